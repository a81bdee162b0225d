package com.petstoreapi.sale;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a seller asks for: the terms of a sale.
 *
 * @param opensAt empty for at once; or, where the sale is open already, for when it has opened
 */
public record Proposal(
    String title, List<Article> articles, Optional<Instant> opensAt, Instant endsAt) {
  SaleTerms terms(Instant otherwiseOpensAt) {
    return new SaleTerms(title, articles, opensAt.orElse(otherwiseOpensAt), endsAt);
  }
}
