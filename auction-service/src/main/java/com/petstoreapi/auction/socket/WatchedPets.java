package com.petstoreapi.auction.socket;

import com.petstoreapi.auction.OpenAuction;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.socket.Aside;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The pets that one client watches beside the auction it is in, with a feed for each of their open
 * auctions: of those that are open already from now on, of those that open later from their
 * beginning. What is told of them waits nowhere but on their streams.
 *
 * <p>Safe for use by many threads; {@link #take} and {@link #hasMore} by one at a time.
 */
final class WatchedPets implements Aside {
  static final int MOST_PETS = 20;
  static final int MOST_AUCTIONS = 100;

  private static final System.Logger LOG = System.getLogger(WatchedPets.class.getName());
  private static final int ENOUGH_CHARACTERS = 8_000;
  private static final Position BEGINNING = new Position(0, "");

  private final Lookout lookout;
  private final String ownAuction;
  private final FeedMaker feeds;
  private final Map<String, WatchedPet> pets = new HashMap<>();
  private volatile List<FollowedAuction> followed = List.of();
  private volatile boolean news;
  private Runnable bell;
  private boolean closed;
  private int turn;
  private boolean stumbled;

  /** Makes a feed of an auction for this client. */
  @FunctionalInterface
  interface FeedMaker {
    AuctionFeed feed(String auctionId, LiveStream stream, Start start);
  }

  /**
   * @param ownAuction which the client gets anyhow
   */
  WatchedPets(Lookout lookout, String ownAuction, FeedMaker feeds) {
    this.lookout = lookout;
    this.ownAuction = ownAuction;
    this.feeds = feeds;
  }

  @Override
  public void attach(Runnable itsBell) {
    bell = itsBell;
  }

  /**
   * Watches a pet from now on, and answers which of its auctions are open; may block on the
   * database. For one that is watched already, only the answer.
   *
   * @throws Refusal {@code limit-reached}
   */
  void watch(String petId, Consumer<String> answer) {
    if (answerIfWatched(petId, answer)) {
      return;
    }
    List<OpenAuction> open = lookout.open(petId);
    List<FollowedAuction> found = follow(open, auction -> new Start.After(auction.position()));
    synchronized (this) {
      if (closed || answerIfWatched(petId, answer)) {
        return;
      }
      WatchedPet pet = new WatchedPet(ownAuction, lookout.add(petId, this));
      pets.put(petId, pet);
      List<FollowedAuction> added = pet.add(found, open, room());
      answer.accept(ServerMessages.watching(petId, pet.ids()));
      begin(added); // after the answer: it comes first
    }
    bell.run();
  }

  /**
   * Whether the pet is watched already; then that is answered.
   *
   * @throws Refusal {@code limit-reached} when it is not, and there is no room for it
   */
  private synchronized boolean answerIfWatched(String petId, Consumer<String> answer) {
    WatchedPet pet = pets.get(petId);
    if (pet == null && pets.size() >= MOST_PETS) {
      throw new Refusal(
          ErrorCode.LIMIT_REACHED, "A socket can watch " + MOST_PETS + " pets, and not one more.");
    }
    if (pet != null) {
      answer.accept(ServerMessages.watching(petId, pet.ids()));
    }
    return pet != null;
  }

  /** Watches it no longer, and answers so. */
  synchronized void unwatch(String petId, Consumer<String> answer) {
    WatchedPet pet = pets.remove(petId);
    if (pet != null) {
      lookout.remove(petId, this);
      pet.followed().forEach(this::end);
    }
    answer.accept(ServerMessages.unwatched(petId));
  }

  /** Watches nothing any more, for ever. Never blocks on anything but this object. */
  @Override
  public synchronized void close() {
    closed = true;
    pets.forEach(
        (petId, pet) -> {
          lookout.remove(petId, this);
          pet.followed().forEach(this::end);
        });
    pets.clear();
  }

  /**
   * The pet's open auctions as a look has found them.
   *
   * @param look the look's number
   */
  void found(String petId, List<OpenAuction> open, long look) {
    List<OpenAuction> unknown = unknown(petId, open, look);
    if (unknown.isEmpty()) {
      return;
    }
    List<FollowedAuction> found = follow(unknown, auction -> new Start.After(BEGINNING));
    synchronized (this) {
      WatchedPet pet = pets.get(petId);
      if (pet != null && look > pet.since()) {
        List<FollowedAuction> added = pet.add(found, unknown, room());
        pet.setUntold(true);
        news = true;
        begin(added); // after the news, which come first
      }
    }
    bell.run();
  }

  /**
   * What is due: the answers that wait, which auctions were found, and about one batch of what
   * happens in them.
   */
  @Override
  public List<String> take(Supplier<List<String>> answers) {
    List<FollowedAuction> due = followed; // looked at first: what an answer promises comes after it
    List<String> messages = new ArrayList<>(answers.get());
    if (news) {
      tellNews(messages);
    }
    stumbled = false;
    int characters = 0;
    for (int i = 0; i < due.size() && characters < ENOUGH_CHARACTERS; i++) {
      turn = (turn + 1) % due.size();
      List<String> taken = takeFrom(due.get(turn));
      characters += taken.stream().mapToInt(String::length).sum();
      messages.addAll(taken);
    }
    return messages;
  }

  @Override
  public boolean hasMore() {
    return !stumbled && isBehind();
  }

  @Override
  public boolean isBehind() {
    return news || followed.stream().anyMatch(one -> one.feed().isBehind());
  }

  /**
   * Those that are new to this client. Those that were over are forgotten once no look has them.
   */
  private synchronized List<OpenAuction> unknown(String petId, List<OpenAuction> open, long look) {
    WatchedPet pet = pets.get(petId);
    if (pet == null || look <= pet.since()) {
      return List.of();
    }
    pet.forgetWhatIsOver(open);
    return open.stream()
        .filter(auction -> !pet.knows(auction.auctionId()))
        .filter(auction -> room() > 0 || auction.auctionId().equals(ownAuction))
        .toList();
  }

  /** As many as there is room for; each opens a stream, which may read the journal. */
  private List<FollowedAuction> follow(List<OpenAuction> open, Function<OpenAuction, Start> start) {
    return open.stream()
        .filter(auction -> !auction.auctionId().equals(ownAuction))
        .limit(Math.max(0, room()))
        .map(auction -> follow(auction.auctionId(), start.apply(auction)))
        .toList();
  }

  private FollowedAuction follow(String auctionId, Start start) {
    LiveStream stream = lookout.stream(auctionId);
    return new FollowedAuction(auctionId, stream, feeds.feed(auctionId, stream, start));
  }

  private int room() {
    return MOST_AUCTIONS - followed.size();
  }

  private void begin(List<FollowedAuction> added) {
    added.forEach(one -> one.stream().listen(bell));
    lookout.follows(added.size());
    List<FollowedAuction> all = new ArrayList<>(followed);
    all.addAll(added);
    followed = List.copyOf(all);
  }

  private synchronized void end(FollowedAuction one) {
    if (one.isLeft()) {
      return;
    }
    one.leave();
    one.stream().unlisten(bell);
    lookout.follows(-1);
    followed = followed.stream().filter(other -> other != one).toList();
  }

  private synchronized void tellNews(List<String> messages) {
    news = false;
    pets.forEach(
        (petId, pet) -> {
          if (pet.isUntold()) {
            messages.add(ServerMessages.watching(petId, pet.ids()));
            pet.setUntold(false);
          }
        });
  }

  private List<String> takeFrom(FollowedAuction one) {
    if (one.isLeft() || !one.feed().isBehind()) {
      return List.of();
    }
    try {
      List<String> taken = one.feed().take();
      if (one.feed().isOver()) {
        end(one);
      }
      return taken;
    } catch (
        JournalUnavailable e) { // what others gave must not be lost; the next pulse looks again
      LOG.log(System.Logger.Level.DEBUG, "a watched auction could not be read", e);
      stumbled = true;
      return List.of();
    }
  }
}
