package com.petstoreapi.auction.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.OpenAuction;
import com.petstoreapi.auction.store.JdbcOpenAuctions;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Saleroom;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LookoutTest {
  private final Saleroom saleroom = new Saleroom();
  private final List<Set<String>> asked = new ArrayList<>();
  private final JdbcOpenAuctions auctions = new JdbcOpenAuctions(saleroom.database().dataSource());
  private final Lookout lookout = new Lookout(this::of, saleroom.streams());
  private boolean databaseIsAway;

  @Test
  void asksForNothingWhereNobodyWatches() {
    lookout.run();
    assertThat(asked).isEmpty();
  }

  @Test
  void asksOnceForAllPetsOfAllSockets() {
    WatchingClient ann = client("ann");
    WatchingClient bob = client("bob");
    ann.watch("rex");
    ann.watch("luna");
    bob.watch("luna");
    asked.clear();
    lookout.run();
    assertThat(asked).containsExactly(Set.of("rex", "luna"));

    ann.pets().close();
    bob.pets().close();
    asked.clear();
    lookout.run();
    assertThat(asked).isEmpty();
  }

  @Test
  void tellsAllWhoWatchThePet() {
    WatchingClient ann = client("ann");
    WatchingClient bob = client("bob");
    ann.watch("luna");
    bob.watch("luna");
    ann.taken();
    bob.taken();
    String luna = openAuctionOf("luna");
    lookout.run();

    assertThat(ann.taken()).containsExactly("watching luna [" + luna + "]");
    assertThat(bob.taken()).containsExactly("watching luna [" + luna + "]");
  }

  @Test
  void looksAgainWhenTheDatabaseIsBack() {
    WatchingClient ann = client("ann");
    ann.watch("luna");
    ann.taken();
    String luna = openAuctionOf("luna");
    databaseIsAway = true;
    lookout.run();
    assertThat(ann.taken()).isEmpty();
    databaseIsAway = false;
    lookout.run();

    assertThat(ann.taken()).containsExactly("watching luna [" + luna + "]");
  }

  private List<OpenAuction> of(Set<String> petIds) {
    if (databaseIsAway) {
      throw new JournalUnavailable("away", new IllegalStateException());
    }
    asked.add(petIds);
    return auctions.of(petIds);
  }

  private WatchingClient client(String user) {
    return new WatchingClient(saleroom, lookout, user, "some-other-auction");
  }

  private String openAuctionOf(String petId) {
    return saleroom.open(AnAuction.of().ofPet(petId).endingAt(Instant.now().plusSeconds(3_600)));
  }
}
