package com.petstoreapi.auction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.petstoreapi.auction.support.AnAuction;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
  @Test
  void aBidderHasOneNameAllThroughAnAuction() {
    Auction anonymous = AnAuction.of().anonymous().admitted();

    assertThat(anonymous.nameOf("ann")).matches("bidder-[0-9a-f]{12}");
    assertThat(anonymous.nameOf("ann")).isEqualTo(anonymous.nameOf("ann"));
    assertThat(anonymous.nameOf("ann")).isNotEqualTo(anonymous.nameOf("bob"));
  }

  /** Computed with {@code printf Hi\ There | openssl dgst -sha256 -mac HMAC -macopt hexkey:…}. */
  @Test
  void theNameIsTheBeginningOfTheHmac() {
    assertThat(new Pseudonyms("0b".repeat(32)).of("Hi There")).isEqualTo("bidder-198a607eb44b");
  }

  @Test
  void namesOfDifferentAuctionsAreNotLinked() {
    assertThat(Pseudonyms.random().of("ann")).isNotEqualTo(Pseudonyms.random().of("ann"));
  }

  @Test
  void whereBiddersAreVisibleTheyGoByTheirIds() {
    assertThat(AnAuction.of().admitted().nameOf("ann")).isEqualTo("ann");
  }

  @Test
  void theSecretIsNotWrittenToLogs() {
    Pseudonyms pseudonyms = Pseudonyms.random();
    assertThat(pseudonyms.toString()).doesNotContain(pseudonyms.secret());
  }

  @Test
  void aSecretHas32Bytes() {
    assertThat(Pseudonyms.random().secret()).hasSize(64);
    assertThatIllegalArgumentException().isThrownBy(() -> new Pseudonyms("0b"));
  }
}
