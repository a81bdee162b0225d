package com.petstoreapi.auction.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rules as people read them: the tables of {@code docs/auction-rules.md}. */
public final class RuleBook {
  private static final Path DOCUMENT = Path.of("../docs/auction-rules.md");
  private static final String HEAD = "| scenario | given | what happens | result |";
  private static final String RULE = "|---|---|---|---|";

  private RuleBook() {}

  /**
   * A row.
   *
   * @param given may be empty
   */
  public record Scenario(
      String chapter, String name, List<String> given, List<String> deeds, List<String> result) {}

  /** In the order of the document. */
  public static List<Scenario> scenarios() {
    List<Scenario> scenarios = new ArrayList<>();
    String chapter = "";
    for (String line : lines()) {
      if (line.startsWith("#")) {
        chapter = line.replaceFirst("#+ ", "");
      } else if (line.contains("|") && !line.equals(HEAD) && !line.equals(RULE)) {
        scenarios.add(scenario(chapter, line));
      }
    }
    return scenarios;
  }

  private static Scenario scenario(String chapter, String line) {
    List<String> cells = Stream.of(line.split("\\|")).map(String::strip).toList();
    assertThat(cells).as(line).hasSize(5);
    return new Scenario(
        chapter,
        cells.get(1),
        parts(cells.get(2), "; "),
        parts(cells.get(3), ", "),
        parts(cells.get(4), "; "));
  }

  private static List<String> parts(String cell, String separator) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(separator));
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(DOCUMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
