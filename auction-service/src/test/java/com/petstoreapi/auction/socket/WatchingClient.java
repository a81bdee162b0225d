package com.petstoreapi.auction.socket;

import com.petstoreapi.auction.support.Saleroom;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.delivery.Filter;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The watched pets of one client, with what it is told in brief. */
final class WatchingClient {
  private final WatchedPets pets;
  private final List<String> answers = new ArrayList<>();
  private final Set<String> everFollowed = new HashSet<>();
  private final AtomicInteger feeds = new AtomicInteger();
  private final AtomicInteger rings = new AtomicInteger();
  private Runnable whenAnswered = () -> {};

  WatchingClient(Saleroom saleroom, Lookout lookout, String user, String ownAuction) {
    pets =
        new WatchedPets(
            lookout,
            ownAuction,
            (id, stream, start) -> {
              feeds.incrementAndGet();
              everFollowed.add(id);
              return AuctionFeed.from(
                  start,
                  stream,
                  Filter.of(user),
                  false,
                  () -> saleroom.auctions().find(id).orElseThrow(),
                  snapshot -> 0);
            });
    pets.attach(rings::incrementAndGet);
  }

  WatchedPets pets() {
    return pets;
  }

  void watch(String petId) {
    pets.watch(petId, this::answer);
  }

  void unwatch(String petId) {
    pets.unwatch(petId, this::answer);
  }

  /** Does that at the moment at which an answer is given. */
  void whenAnswered(Runnable something) {
    whenAnswered = something;
  }

  /** Auctions for which a feed was made. */
  Set<String> everFollowed() {
    return everFollowed;
  }

  /** How many feeds were made. */
  int feeds() {
    return feeds.get();
  }

  int rings() {
    return rings.get();
  }

  /** All that is due: type, number and auction of each message, or the pet and what is followed. */
  List<String> taken() {
    List<String> told = new ArrayList<>(batch());
    while (pets.hasMore()) {
      told.addAll(batch());
    }
    return told;
  }

  /** What one write would send. */
  List<String> batch() {
    return pets.take(this::takeAnswers).stream().map(WatchingClient::brief).toList();
  }

  private void answer(String message) {
    answers.add(message);
    whenAnswered.run();
  }

  private List<String> takeAnswers() {
    List<String> taken = List.copyOf(answers);
    answers.clear();
    return taken;
  }

  private static String brief(String message) {
    JsonObject object = JsonText.parse(message).asJsonObject();
    String type = object.getString("type");
    if (object.containsKey("auctions")) {
      List<String> ids =
          object.getJsonArray("auctions").getValuesAs(JsonString.class).stream()
              .map(JsonString::getString)
              .toList();
      return type + " " + object.getString("petId") + " " + ids;
    }
    if (object.containsKey("petId")) {
      return type + " " + object.getString("petId");
    }
    String seq = object.getString("position").replaceAll("-.*", "");
    return type + " " + seq + " " + object.getString("auctionId");
  }
}
