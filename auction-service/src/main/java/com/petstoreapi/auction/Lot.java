package com.petstoreapi.auction;

import com.petstoreapi.realtime.failure.Refusal;
import java.util.Objects;

/**
 * What is put up for auction, and by whom.
 *
 * @param title 1 to {@link #MAX_TITLE} characters
 */
public record Lot(String sellerId, String petId, String title) {
  public static final int MAX_TITLE = 120;

  public Lot {
    Objects.requireNonNull(sellerId);
    Objects.requireNonNull(petId);
    if (title.isBlank() || title.length() > MAX_TITLE) {
      throw Refusal.invalid("A title has 1 to " + MAX_TITLE + " characters.");
    }
  }
}
