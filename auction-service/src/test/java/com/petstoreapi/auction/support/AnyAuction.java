package com.petstoreapi.auction.support;

import com.petstoreapi.auction.BuyNow.Until;
import com.petstoreapi.auction.SealedBidTerms.Pricing;
import java.util.Random;

/** Auctions of all formats with any conditions. */
public final class AnyAuction {
  private AnyAuction() {}

  public static AnAuction of(Random random) {
    AnAuction auction = AnAuction.of();
    if (random.nextInt(4) == 0) {
      auction.openingAt(AnAuction.OPENING.plusSeconds(random.nextInt(1_800)));
    }
    return switch (random.nextInt(4)) {
      case 0 -> dutch(auction, random);
      case 1 -> sealed(auction, random);
      default -> english(auction, random);
    };
  }

  private static AnAuction english(AnAuction auction, Random random) {
    boolean reserved = random.nextBoolean();
    if (reserved) {
      auction.withReserve(Integer.toString(1 + random.nextInt(200)));
    }
    if (random.nextBoolean()) {
      auction.withSoftClose(1 + random.nextInt(600), 1 + random.nextInt(600));
    }
    if (random.nextInt(4) == 0) {
      auction.notBeyond(AnAuction.END.plusSeconds(random.nextInt(1_200)));
    }
    if (random.nextBoolean()) {
      auction.risingBy("1");
    }
    if (random.nextInt(4) == 0) {
      auction.withBuyNow("300", reserved ? Until.RESERVE_MET : Until.FIRST_BID);
    }
    return auction;
  }

  private static AnAuction dutch(AnAuction auction, Random random) {
    return auction
        .startingAt("100")
        .falling(Integer.toString(7 + random.nextInt(60)), 1 + random.nextInt(120), "5.50");
  }

  private static AnAuction sealed(AnAuction auction, Random random) {
    if (random.nextBoolean()) {
      auction.withReserve(Integer.toString(1 + random.nextInt(50)));
    }
    return auction.sealed(random.nextBoolean() ? Pricing.FIRST_PRICE : Pricing.SECOND_PRICE);
  }
}
