package com.petstoreapi.systemtests.soak;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Chats;
import com.petstoreapi.systemtests.support.LoadClient;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Waiting;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * All that goes on: 300 event streams and 300 sockets, those of the chats included, and what is
 * told on them.
 */
final class Town {
  private static final int AT_NOTIFICATIONS = 260;
  private static final int AT_AUCTIONS_BY_STREAM = 40;
  private static final int AT_AUCTIONS_BY_SOCKET = 250;
  private static final int USERS = 100;

  /** Each of so many goes through the bad network. */
  private static final int ONE_FAR_AWAY_OF = 5;

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;
  private final LoadClient clients;
  private final Troubles troubles;
  private final Random dice;
  private final Desk desk;
  private final Halls halls;
  private final Talks talks;
  private final Weather weather;
  private People people = new People(List.of(), place -> place);

  /**
   * @param seed where all dice begin
   */
  Town(PetstoreServers servers, LoadClient clients, Troubles troubles, long seed) {
    this.servers = servers;
    this.clients = clients;
    this.troubles = troubles;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
    this.dice = new Random(seed);
    this.desk = new Desk(notifications, troubles, ownDice());
    this.halls = new Halls(servers, troubles, ownDice());
    this.talks = new Talks(servers, troubles, ownDice());
    this.weather = new Weather(servers.notification().port(), servers.auction().port(), ownDice());
  }

  private Random ownDice() {
    return new Random(dice.nextLong());
  }

  /** So that what is loaded at first use is there before anything is measured. */
  void useAllOnce() {
    String auction = auctions.open();
    try (SseClient stream = notifications.listen("the-first");
        SocketClient socket = auctions.join("the-first", auction);
        SseClient events =
            SseClient.open(auctions.events(auction), servers.tokens().of("the-first"))) {
      notifications.publish("the first");
      auctions.bid("the-second", auction, 1).expect(201);
      stream.await("notification");
      socket.await("bid");
      events.await("bid");
    }
    auctions.close(auction);
    Chats chats = new Chats(servers);
    chats.join("the-first", chats.open("the-first", "Good morning")).close();
    Waiting.upTo(60, "all have left")
        .until(
            () ->
                Metrics.of(servers.notification()).connections() == 0
                    && Metrics.of(servers.auction()).connections() == 0);
  }

  /** The people come, and everything begins. */
  void open() {
    halls.open();
    List<Person> all = new ArrayList<>();
    for (int i = 0; i < AT_NOTIFICATIONS; i++) {
      all.add(person(i, atNotifications()));
    }
    for (int i = 0; i < AT_AUCTIONS_BY_STREAM; i++) {
      all.add(person(i, inHall(false)));
    }
    for (int i = 0; i < AT_AUCTIONS_BY_SOCKET; i++) {
      all.add(person(i, inHall(true)));
    }
    people = new People(all, this::elsewhere);
    desk.open();
    talks.begin();
    weather.begin();
    people.come();
  }

  private Person person(int number, Place place) {
    String token = servers.tokens().of("guest-" + number % USERS);
    boolean farAway = number % ONE_FAR_AWAY_OF == 0;
    return new Person(place, token, farAway, clients, troubles, ownDice());
  }

  private Place elsewhere(Place place) {
    return place.gathering() == desk ? atNotifications() : inHall(place.socket());
  }

  private Place atNotifications() {
    URI near = notifications.stream("");
    return new Place(
        "the notifications", near, weather.notification(near), false, "notification", desk);
  }

  private Place inHall(boolean socket) {
    Hall hall = halls.any();
    URI near = socket ? auctions.socket(hall.id()) : auctions.events(hall.id());
    String name = "auction " + hall.id() + (socket ? " by socket" : " by stream");
    return new Place(name, near, weather.auction(near), socket, "bid", hall);
  }

  People people() {
    return people;
  }

  /** Nobody writes any more; returns when all have heard everything. */
  void fallSilent() throws InterruptedException {
    desk.fallSilent();
    halls.fallSilent();
    talks.close();
    weather.clearUp();
    if (!people.calmDown()) {
      troubles.broken("not everybody has heard everything in the end");
    }
  }

  /** All go home. */
  void close() throws InterruptedException {
    people.leave();
    desk.close();
    halls.close();
    weather.close();
  }

  /** What went on, in words. */
  String figures() {
    return ("%,d notifications and %,d bids in %d auctions acknowledged, %,d chat messages; %,d and"
            + " %,d deliveries counted; %,d connections made, %d storms")
        .formatted(
            desk.ledger().count(),
            halls.acknowledged(),
            halls.opened(),
            talks.said(),
            people.deliveredByNotification(),
            people.deliveredByAuction(),
            people.connections(),
            weather.storms());
  }
}
