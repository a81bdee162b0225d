package com.petstoreapi.auction.socket;

import com.petstoreapi.auction.OpenAuction;
import com.petstoreapi.auction.OpenAuctions;
import com.petstoreapi.auction.desk.AuctionStreams;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Looks out for auctions of the pets that sockets of this node watch: one look for all of them, and
 * none where nobody watches.
 */
public final class Lookout implements Runnable {
  private static final System.Logger LOG = System.getLogger(Lookout.class.getName());

  private final OpenAuctions auctions;
  private final AuctionStreams streams;
  private final Map<String, Set<WatchedPets>> watching = new ConcurrentHashMap<>();
  private final AtomicInteger followed = new AtomicInteger();
  private volatile long looks;
  private boolean blind;

  public Lookout(OpenAuctions auctions, AuctionStreams streams) {
    this.auctions = auctions;
    this.streams = streams;
  }

  /** Pets that are watched now. */
  public int pets() {
    return watching.size();
  }

  /** Auctions that are followed for it: each socket's count by themselves. */
  public int followed() {
    return followed.get();
  }

  /** Looks once. To be called by one thread at a time, every second; throws nothing. */
  @Override
  public void run() {
    try {
      look();
      blind = false;
    } catch (JournalUnavailable e) {
      if (!blind) {
        LOG.log(System.Logger.Level.WARNING, "cannot see which auctions have opened", e);
      }
      blind = true;
    } catch (RuntimeException e) { // nobody would look any more
      LOG.log(System.Logger.Level.ERROR, "the lookout stumbled", e);
    }
  }

  /** The pet's open auctions; may block on the database. */
  List<OpenAuction> open(String petId) {
    return auctions.of(Set.of(petId));
  }

  /** Where an auction that was found is listened to; may block on the database. */
  LiveStream stream(String auctionId) {
    return streams.streamOfKnown(auctionId);
  }

  /** Returns the number of the newest look so far: only later ones know of this watcher. */
  long add(String petId, WatchedPets by) {
    watching.compute(
        petId,
        (pet, watchers) -> {
          Set<WatchedPets> all = watchers == null ? ConcurrentHashMap.newKeySet() : watchers;
          all.add(by);
          return all;
        });
    return looks;
  }

  void remove(String petId, WatchedPets by) {
    watching.computeIfPresent(
        petId,
        (pet, watchers) -> {
          watchers.remove(by);
          return watchers.isEmpty() ? null : watchers;
        });
  }

  void follows(int more) {
    followed.addAndGet(more);
  }

  private void look() {
    looks++; // before anything is read: whoever is added from now on waits for the next
    Set<String> pets = Set.copyOf(watching.keySet());
    if (pets.isEmpty()) {
      return;
    }
    Map<String, List<OpenAuction>> open =
        auctions.of(pets).stream().collect(Collectors.groupingBy(OpenAuction::petId));
    for (String pet : pets) {
      for (WatchedPets watcher : watching.getOrDefault(pet, Set.of())) {
        watcher.found(pet, open.getOrDefault(pet, List.of()), looks);
      }
    }
  }
}
