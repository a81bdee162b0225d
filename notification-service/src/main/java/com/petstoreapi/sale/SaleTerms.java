package com.petstoreapi.sale;

import com.petstoreapi.realtime.failure.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a sale is about, and when it is.
 *
 * @param title up to {@link #MAX_TITLE} characters
 * @param articles 1 to {@link #MOST_ARTICLES}, each once
 * @param endsAt after {@code opensAt}, by {@link #LONGEST} at most
 */
public record SaleTerms(String title, List<Article> articles, Instant opensAt, Instant endsAt) {
  public static final int MAX_TITLE = 120;
  public static final int MOST_ARTICLES = 50;
  public static final Duration LONGEST = Duration.ofDays(366);

  public SaleTerms {
    articles = List.copyOf(articles);
    if (articles.stream().map(Article::sku).distinct().count() < articles.size()) {
      throw Refusal.invalid("An article can be in a sale once.");
    }
    if (!endsAt.isAfter(opensAt) || endsAt.isAfter(opensAt.plus(LONGEST))) {
      throw Refusal.invalid(
          "A sale ends after it opens, and " + LONGEST.toDays() + " days later at most.");
    }
  }

  /** Whether the two differ in nothing but their end. */
  boolean areLike(SaleTerms other) {
    return title.equals(other.title)
        && articles.equals(other.articles)
        && opensAt.equals(other.opensAt);
  }
}
