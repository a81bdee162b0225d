package com.petstoreapi.systemtests.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What the code of a service offers over HTTP: the methods of its resources and of edge's. */
final class ResourceMethods {
  private static final String ROOT = "/v1/";
  private static final String CLASSES = "WEB-INF/classes/";
  private static final String EDGE = "WEB-INF/lib/edge-";
  private static final String REST = "jakarta.ws.rs.";

  private ResourceMethods() {}

  /**
   * Lines such as {@code GET /v1/pets/{id}}.
   *
   * @param war the service as it ships
   * @param directory an empty one, to unpack it into
   */
  static Set<String> of(Path war, Path directory) throws IOException {
    try (ZipInputStream archive = new ZipInputStream(Files.newInputStream(war))) {
      unpack(archive, CLASSES, directory);
    }
    Set<String> lines = new TreeSet<>();
    for (JavaClass type : new ClassFileImporter().importPath(directory)) {
      Optional<String> path = path(type);
      if (path.isPresent() && !type.isInterface()) { // an interface is of a client
        type.getMethods()
            .forEach(
                method -> verbs(method).forEach(verb -> lines.add(line(verb, path.get(), method))));
      }
    }
    return lines;
  }

  private static void unpack(ZipInputStream archive, String folder, Path directory)
      throws IOException {
    for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
      String name = entry.getName();
      if (name.startsWith(EDGE)) {
        unpack(new ZipInputStream(archive), "", directory);
      } else if (name.startsWith(folder) && name.endsWith(".class")) {
        Path file = directory.resolve(name.substring(folder.length()));
        Files.createDirectories(file.getParent());
        Files.write(file, archive.readAllBytes());
      }
    }
  }

  private static Stream<String> verbs(JavaMethod method) {
    return Stream.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")
        .filter(verb -> method.isAnnotatedWith(REST + verb));
  }

  private static String line(String verb, String path, JavaMethod method) {
    return verb + ' ' + ROOT + path + path(method).map(own -> '/' + own).orElse("");
  }

  private static Optional<String> path(HasAnnotations<?> annotated) {
    return annotated
        .tryGetAnnotationOfType(REST + "Path")
        .flatMap(annotation -> annotation.get("value"))
        .map(Object::toString);
  }
}
