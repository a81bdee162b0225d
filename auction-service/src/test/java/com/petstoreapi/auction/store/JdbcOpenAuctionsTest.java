package com.petstoreapi.auction.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.Actor;
import com.petstoreapi.auction.OpenAuction;
import com.petstoreapi.auction.OpenAuctions;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Saleroom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JdbcOpenAuctionsTest {
  private final Saleroom saleroom = new Saleroom();
  private final OpenAuctions auctions = new JdbcOpenAuctions(saleroom.database().dataSource());

  @Test
  void findsThoseOfThePetsThatAreAskedFor() {
    String rex = saleroom.open(auctionOf("rex"));
    String luna = saleroom.open(auctionOf("luna"));
    saleroom.open(auctionOf("milo"));

    assertThat(auctions.of(Set.of("rex", "luna", "nobody")))
        .extracting(OpenAuction::auctionId)
        .containsExactlyInAnyOrder(rex, luna);
    assertThat(auctions.of(Set.of("nobody"))).isEmpty();
  }

  @Test
  void thoseThatHaveNotOpenedOrAreOverAreNotAmongThem() {
    saleroom.open(auctionOf("rex").openingAt(Instant.now().plusSeconds(1_800)));
    String over = saleroom.open(auctionOf("rex"));
    saleroom.auctioneer().close(over, new Actor("admin", true), key -> Optional.empty()).join();

    assertThat(auctions.of(Set.of("rex"))).isEmpty();
  }

  @Test
  void tellsAtWhichPositionItFoundThem() {
    String rex = saleroom.open(auctionOf("rex"));
    saleroom.bid(rex, "ann", "10");
    saleroom.bid(rex, "bob", "20");

    assertThat(auctions.of(Set.of("rex")))
        .containsExactly(
            new OpenAuction("rex", rex, saleroom.auctions().find(rex).orElseThrow().position()));
  }

  @Test
  void looksAtAThousandPetsInOneGo() {
    Set<String> pets = new TreeSet<>(IntStream.range(0, 1_100).mapToObj(i -> "pet-" + i).toList());
    List<String> open =
        IntStream.of(0, 511, 512, 1_099)
            .mapToObj(i -> saleroom.open(auctionOf("pet-" + i)))
            .toList();

    assertThat(auctions.of(pets))
        .extracting(OpenAuction::auctionId)
        .containsExactlyInAnyOrderElementsOf(open);
  }

  @Test
  void ofAPetWithVeryManyTheOldestAreLookedAt() {
    List<String> all =
        IntStream.range(0, OpenAuctions.MOST_OF_A_PET + 1)
            .mapToObj(i -> saleroom.open(auctionOf("rex")))
            .sorted()
            .toList();

    assertThat(auctions.of(Set.of("rex")))
        .extracting(OpenAuction::auctionId)
        .containsExactlyElementsOf(all.subList(0, OpenAuctions.MOST_OF_A_PET));
  }

  private static AnAuction auctionOf(String petId) {
    return AnAuction.of().ofPet(petId).endingAt(Instant.now().plusSeconds(3_600));
  }
}
