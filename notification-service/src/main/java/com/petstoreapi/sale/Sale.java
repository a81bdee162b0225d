package com.petstoreapi.sale;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * A sale: articles of which there are so many and no more, for a while.
 *
 * @param id up to 64 characters of {@code [A-Za-z0-9._-]}, as its seller chose it
 */
public record Sale(String id, String sellerId, SaleTerms terms, SaleStatus status) {

  /**
   * A new sale; it opens at once unless it is for later.
   *
   * @throws Refusal {@code invalid-message} when it would be over already
   */
  public static Sale propose(String id, Seller seller, Proposal proposal, Instant now) {
    return planned(id, seller.userId(), proposal.terms(now), now);
  }

  /**
   * The sale under other terms: any before it opens, then another end and nothing else.
   *
   * @throws Refusal {@code forbidden}, {@code invalid-transition}, {@code invalid-message}
   */
  public Sale change(Seller seller, Proposal proposal, Instant now) {
    seller.requireOwn(this);
    SaleStatus present = at(now).status;
    if (present == SaleStatus.SCHEDULED) {
      return planned(id, sellerId, proposal.terms(now), now);
    }
    SaleTerms next = proposal.terms(terms.opensAt());
    if (present == SaleStatus.ENDED || !next.areLike(terms)) {
      throw new Refusal(
          ErrorCode.INVALID_TRANSITION,
          present == SaleStatus.ENDED
              ? "The sale has ended."
              : "Of a sale that is open nothing but its end can be changed.");
    }
    requireFuture(next.endsAt(), now);
    return new Sale(id, sellerId, next, SaleStatus.OPEN);
  }

  /**
   * The sale as its seller has ended it; one that has ended stays as it is.
   *
   * @throws Refusal {@code forbidden}
   */
  public Sale close(Seller seller) {
    seller.requireOwn(this);
    return with(SaleStatus.ENDED);
  }

  /** What the clock has made of it by then. */
  public Sale at(Instant now) {
    if (status == SaleStatus.ENDED || !now.isBefore(terms.endsAt())) {
      return with(SaleStatus.ENDED);
    }
    return now.isBefore(terms.opensAt()) ? this : with(SaleStatus.OPEN);
  }

  /** When the clock makes something else of it; empty when never more. */
  public Optional<Instant> nextMoment() {
    return switch (status) {
      case SCHEDULED -> Optional.of(terms.opensAt());
      case OPEN -> Optional.of(terms.endsAt());
      case ENDED -> Optional.empty();
    };
  }

  /**
   * The article of that number, if it can be bought now.
   *
   * @throws Refusal {@code not-found}, {@code not-open}, {@code ended}
   */
  public Article offer(String sku) {
    Article article =
        terms.articles().stream()
            .filter(each -> each.sku().equals(sku))
            .findAny()
            .orElseThrow(() -> Refusal.notFound("There is no such article in this sale."));
    return switch (status) {
      case OPEN -> article;
      case SCHEDULED -> throw new Refusal(ErrorCode.NOT_OPEN, "The sale has not opened yet.");
      case ENDED -> throw new Refusal(ErrorCode.ENDED, "The sale has ended.");
    };
  }

  /** What whoever asks for a sale that there is not is told. */
  public static Refusal noSuchSale() {
    return Refusal.notFound("There is no such sale.");
  }

  private static Sale planned(String id, String sellerId, SaleTerms terms, Instant now) {
    requireFuture(terms.endsAt(), now);
    return new Sale(id, sellerId, terms, SaleStatus.SCHEDULED).at(now);
  }

  private static void requireFuture(Instant end, Instant now) {
    if (!end.isAfter(now)) {
      throw Refusal.invalid("Field endsAt must lie in the future.");
    }
  }

  private Sale with(SaleStatus next) {
    return next == status ? this : new Sale(id, sellerId, terms, next);
  }
}
