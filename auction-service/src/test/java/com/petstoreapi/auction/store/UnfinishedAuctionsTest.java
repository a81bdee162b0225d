package com.petstoreapi.auction.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.Actor;
import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Saleroom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnfinishedAuctionsTest {
  private final Saleroom saleroom = new Saleroom();

  @Test
  void areThoseThatAreOpenOrHaveNotOpenedYet() {
    String open = saleroom.open(AnAuction.of().endingAt(inAnHour()));
    String scheduled =
        saleroom.open(
            AnAuction.of().openingAt(Instant.now().plusSeconds(1_800)).endingAt(inAnHour()));
    String over = saleroom.open(AnAuction.of().endingAt(inAnHour()));
    saleroom.auctioneer().close(over, new Actor("admin", true), key -> Optional.empty()).join();

    List<String> streams =
        List.of("auctions", stream(open), stream(scheduled), stream(over), "health");
    assertThat(new UnfinishedAuctions(saleroom.database().dataSource()).among(streams))
        .containsExactlyInAnyOrder(stream(open), stream(scheduled));
  }

  private static String stream(String auction) {
    return Auction.streamOf(auction);
  }

  private static Instant inAnHour() {
    return Instant.now().plusSeconds(3_600);
  }
}
