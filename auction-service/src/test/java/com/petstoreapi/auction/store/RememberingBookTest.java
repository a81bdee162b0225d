package com.petstoreapi.auction.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.Admission;
import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionBook;
import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.SealedBids;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.Head;
import com.petstoreapi.realtime.journal.Position;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RememberingBookTest {
  private final CountingBook shelf = new CountingBook();
  private final RememberingBook book = new RememberingBook(shelf, 2);
  private final Auction rex = auction("rex");
  private final Auction kit = auction("kit");

  @BeforeEach
  void thereAreAuctions() {
    shelf.auctions.put("rex", rex);
    shelf.auctions.put("kit", kit);
    shelf.auctions.put("tom", auction("tom"));
  }

  @Test
  void readsOnceAndWritesOnceForAllOfATransaction() throws SQLException {
    Commit commit = commit(7);
    for (int i = 0; i < 100; i++) {
      Auction found = book.find(commit, "rex").orElseThrow();
      book.update(commit, found);
      commit.append(bid());
    }
    commit.flush();
    assertThat(shelf.reads).isEqualTo(1);
    assertThat(shelf.writes).isEqualTo(1);
  }

  @Test
  void showsToTheNextCommandWhatTheOneBeforeHasChanged() throws SQLException {
    Commit commit = commit(7);
    book.find(commit, "rex");
    book.update(commit, kit);
    assertThat(book.find(commit, "kit")).contains(kit);
  }

  @Test
  void readsNothingWhileNobodyElseHasMovedTheHead() throws SQLException {
    long head = change("rex", 7);
    assertThat(book.find(commit(head), "rex")).contains(rex);
    assertThat(shelf.reads).isEqualTo(1);
  }

  @Test
  void readsAgainWhenSomebodyElseHas() throws SQLException {
    long head = change("rex", 7);
    book.find(commit(head + 1), "rex");
    assertThat(shelf.reads).isEqualTo(2);
  }

  @Test
  void readsAgainInAnotherLifeOfTheStream() throws SQLException {
    long head = change("rex", 7);
    book.find(new Commit(null, new Head("other", 1, head), Instant.EPOCH), "rex");
    assertThat(shelf.reads).isEqualTo(2);
  }

  @Test
  void remembersNothingOfATransactionThatWasNotCommitted() throws SQLException {
    Commit lost = commit(7);
    book.find(lost, "rex");
    book.update(lost, rex);
    lost.append(bid());
    lost.flush();
    book.find(commit(7), "rex");
    assertThat(shelf.reads).isEqualTo(2);
  }

  @Test
  void forgetsThoseThatNobodyBidsOn() throws SQLException {
    long head = change("rex", 7);
    change("kit", 7);
    change("tom", 7);
    book.find(commit(head), "rex");
    assertThat(shelf.reads).isEqualTo(4);
  }

  @Test
  void knowsNothingOfWhatIsNotThere() throws SQLException {
    assertThat(book.find(commit(7), "none")).isEmpty();
  }

  private static Auction auction(String id) {
    return Admission.admit(id, AnAuction.of().proposed(), AnAuction.PSEUDONYMS, AnAuction.OPENING)
        .auction();
  }

  private long change(String auctionId, long head) throws SQLException {
    Commit commit = commit(head);
    book.update(commit, book.find(commit, auctionId).orElseThrow());
    commit.append(bid());
    commit.flush();
    commit.committed();
    return commit.position().seq();
  }

  private static Commit commit(long head) {
    return new Commit(null, new Head("k3f9", 1, head), Instant.EPOCH);
  }

  private static Draft bid() {
    return new Draft("bid", Audience.EVERYONE, "", "{}");
  }

  /** A book in memory that counts how often it is opened. */
  private static final class CountingBook implements AuctionBook {
    private final Map<String, Auction> auctions = new HashMap<>();
    private int reads;
    private int writes;

    @Override
    public Position enter(Commit commit, Auction auction) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Auction> find(Commit commit, String auctionId) {
      reads++;
      return Optional.ofNullable(auctions.get(auctionId));
    }

    @Override
    public SealedBids sealedBids(Commit commit, String auctionId) {
      return SealedBids.NONE;
    }

    @Override
    public void seal(Commit commit, String auctionId, Bid bid, Position position) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void update(Commit commit, Auction auction) {
      writes++;
      auctions.put(auction.id(), auction);
    }
  }
}
