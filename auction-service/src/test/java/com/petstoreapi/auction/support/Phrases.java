package com.petstoreapi.auction.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phrases of the rule book, and what each means.
 *
 * @param <T> what a phrase speaks of
 */
final class Phrases<T> {
  private static final String NAME = "([a-z]+)";
  private static final String AMOUNT = "(\\d+(?:\\.\\d\\d)?)";
  private static final String TIME = "(\\d\\d:\\d\\d(?::\\d\\d)?)";

  private final Map<Pattern, BiConsumer<T, MatchResult>> meanings = new LinkedHashMap<>();

  /**
   * @param phrase a regular expression in which NAME, AMOUNT and TIME stand for groups that match
   *     such
   */
  Phrases<T> when(String phrase, BiConsumer<T, MatchResult> meaning) {
    String expression =
        phrase.replace("NAME", NAME).replace("AMOUNT", AMOUNT).replace("TIME", TIME);
    meanings.put(Pattern.compile(expression), meaning);
    return this;
  }

  /** Does what the text means. */
  void apply(String text, T subject) {
    List<Matcher> known =
        meanings.keySet().stream()
            .map(phrase -> phrase.matcher(text))
            .filter(Matcher::matches)
            .toList();
    assertThat(known).as("meanings of: " + text).hasSize(1);
    meanings.get(known.get(0).pattern()).accept(subject, known.get(0));
  }
}
