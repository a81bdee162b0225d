package com.petstoreapi.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A failure that Liberty noted in a file of its own.
 *
 * @param exception class name of what was thrown
 * @param source class name of the part of the server that caught it
 * @param stack where it came from, the first lines
 */
public record Incident(Path file, String exception, String source, String stack) {
  private static final String EXCEPTION = "Exception = ";
  private static final String SOURCE = "Source = ";
  private static final int LINES_READ = 30;

  static List<Incident> all(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("ffdc_"))
          .sorted()
          .map(Incident::read)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Incident read(Path file) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      List<String> head = lines.limit(LINES_READ).toList();
      List<String> stack = head.stream().filter(line -> line.startsWith("\tat ")).toList();
      return new Incident(
          file, value(head, EXCEPTION), value(head, SOURCE), String.join("\n", stack));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String value(List<String> head, String name) {
    return head.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).trim())
        .findFirst()
        .orElse("");
  }
}
