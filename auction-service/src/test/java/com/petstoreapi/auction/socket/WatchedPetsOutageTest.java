package com.petstoreapi.auction.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.desk.AuctionStreams;
import com.petstoreapi.auction.store.JdbcOpenAuctions;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Saleroom;
import com.petstoreapi.realtime.delivery.Coalescing;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.delivery.TailBounds;
import com.petstoreapi.realtime.delivery.WriterBounds;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Head;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A node that has the auctions' past to read from the journal, of which a part cannot be read. */
class WatchedPetsOutageTest {
  private final Saleroom saleroom = new Saleroom();
  private final FaultyJournal journal =
      new FaultyJournal(saleroom.database().journal(Clock.systemUTC()));
  private final AuctionStreams streams =
      new AuctionStreams(
          new LiveStreams(
              journal,
              new TailBounds(100, 100_000),
              new WriterBounds(10, 10),
              Runnable::run,
              Coalescing.none(Runnable::run)),
          saleroom.auctions());
  private final Lookout lookout =
      new Lookout(new JdbcOpenAuctions(saleroom.database().dataSource()), streams);
  private final WatchingClient client = new WatchingClient(saleroom, lookout, "ann", "her-own");

  @Test
  void whatCannotBeReadLosesNothingAndHoldsUpNothingElse() {
    client.watch("luna");
    client.taken();
    String first = openWithABid();
    String second = openWithABid();
    lookout.run();
    journal.unreadable = Auction.streamOf(first);

    assertThat(client.taken()).contains("bid 1 " + second).doesNotContain("bid 1 " + first);
    assertThat(client.pets().hasMore()).isFalse();
    assertThat(client.pets().isBehind()).isTrue();
    journal.unreadable = "";
    assertThat(client.taken()).containsExactly("bid 1 " + first);
    assertThat(client.pets().isBehind()).isFalse();
  }

  private String openWithABid() {
    String id =
        saleroom.open(AnAuction.of().ofPet("luna").endingAt(Instant.now().plusSeconds(3_600)));
    saleroom.bid(id, "bob", "10");
    return id;
  }

  private static final class FaultyJournal implements Journal {
    private final Journal journal;
    private String unreadable = "";

    FaultyJournal(Journal journal) {
      this.journal = journal;
    }

    @Override
    public Optional<Head> head(String stream) {
      return journal.head(stream);
    }

    @Override
    public Map<String, Head> heads(Collection<String> streams) {
      return journal.heads(streams);
    }

    @Override
    public Head open(String stream) {
      return journal.open(stream);
    }

    @Override
    public List<Event> read(String stream, long after, int limit) {
      if (stream.equals(unreadable)) {
        throw new JournalUnavailable("away", new IllegalStateException());
      }
      return journal.read(stream, after, limit);
    }

    @Override
    public List<Event> append(String stream, Work work) {
      return journal.append(stream, work);
    }
  }
}
