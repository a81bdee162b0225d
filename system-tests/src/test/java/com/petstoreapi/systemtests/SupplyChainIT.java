package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever looks up what is shipped, and under which licence, finds all of it. */
class SupplyChainIT {
  private static final Path DOCUMENT = Path.of("../docs/supply-chain.md");
  private static final List<String> OURS = List.of("realtime", "edge");

  @ParameterizedTest
  @ValueSource(strings = {"notification", "auction"})
  void everyLibraryThatIsShippedIsInTheTable(String server) throws IOException {
    Path directory = Path.of(System.getProperty("petstore.usr"), "servers", server);
    List<String> shipped = new ArrayList<>(inWar(directory.resolve("apps/" + server + ".war")));
    shipped.addAll(in(directory.resolve("jdbc")));
    shipped.removeAll(OURS);

    String table = Files.readString(DOCUMENT);
    assertThat(shipped).contains("nimbus-jose-jwt", "h2");
    assertThat(shipped).allSatisfy(library -> assertThat(table).contains("`" + library + "`"));
  }

  private static List<String> inWar(Path war) throws IOException {
    try (ZipFile zip = new ZipFile(war.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".jar"))
          .map(SupplyChainIT::artifact)
          .toList();
    }
  }

  private static List<String> in(Path directory) throws IOException {
    List<String> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.jar")) {
      files.forEach(file -> jars.add(artifact(file.toString())));
    }
    return jars;
  }

  /** {@code WEB-INF/lib/flyway-core-13.12.0.jar} without its folder and version. */
  private static String artifact(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceAll("(-\\d.*)?\\.jar$", "");
  }
}
