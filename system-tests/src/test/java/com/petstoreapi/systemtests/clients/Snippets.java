package com.petstoreapi.systemtests.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs in a page of the documentation. */
final class Snippets {
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

  private Snippets() {}

  /**
   * Those in that language, in order.
   *
   * @param page a file in {@code docs}
   */
  static List<String> in(String page, String language) {
    return all(page).filter(block -> block.language().equals(language)).map(Block::text).toList();
  }

  /** The languages of all of them, in order. */
  static List<String> languages(String page) {
    return all(page).map(Block::language).toList();
  }

  private record Block(String language, String text) {}

  private static Stream<Block> all(String page) {
    try {
      return BLOCK
          .matcher(Files.readString(Path.of("../docs").resolve(page)))
          .results()
          .map(found -> new Block(found.group(1), found.group(2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
