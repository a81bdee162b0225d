package com.petstoreapi.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** A Liberty user directory: configured servers and what they share. */
final class UserDirectory {
  private static final Set<String> LEFT_BY_A_RUN = Set.of("logs", "workarea", "data");

  private UserDirectory() {}

  /** A fresh copy under {@code target}, without logs, caches and databases. */
  static Path copyOf(Path assembled) {
    try {
      Path original = assembled.toRealPath();
      Path copy =
          Files.createTempDirectory(
              Files.createDirectories(Path.of("target")).toAbsolutePath(), "usr-");
      try (Stream<Path> files = Files.walk(original)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Path relative = original.relativize(file);
          if (!leftByARun(relative) && !relative.toString().isEmpty()) {
            Files.copy(file, copy.resolve(relative));
          }
        }
      }
      return copy;
    } catch (IOException broken) {
      throw new UncheckedIOException("copying " + assembled, broken);
    }
  }

  private static boolean leftByARun(Path relative) {
    return relative.getNameCount() > 2
        && relative.startsWith("servers")
        && LEFT_BY_A_RUN.contains(relative.getName(2).toString());
  }

  static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException broken) {
      throw new UncheckedIOException("deleting " + directory, broken);
    }
  }
}
