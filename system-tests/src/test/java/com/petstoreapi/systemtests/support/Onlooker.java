package com.petstoreapi.systemtests.support;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Somebody in an auction room who keeps the list of those who are there, by what the protocol says
 * of {@code presence} messages. Safe for use by several threads.
 */
public final class Onlooker implements AutoCloseable {
  private final SortedSet<String> names = new TreeSet<>();
  private final List<String> joined = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private final long opened = System.nanoTime();
  private final SocketClient socket;
  private long lastHeard = opened;
  private int messages;
  private int count;

  private Onlooker(URI room, String token) {
    socket = SocketClient.open(room, token, this::hear);
  }

  /** Returns when it was told who is there. */
  public static Onlooker enter(Entrance entrance, String user, String auction) {
    URI room = new Auctions(entrance).socket(auction);
    Onlooker onlooker = new Onlooker(room, entrance.tokens().of(user));
    onlooker.socket.await("presence");
    return onlooker;
  }

  private synchronized void hear(JsonObject message) {
    if (!message.getString("type").equals("presence")) {
      return;
    }
    messages++;
    lastHeard = System.nanoTime();
    count = message.getInt("count");
    List<String> join = names(message.getJsonArray("join"));
    List<String> leave = names(message.getJsonArray("leave"));
    joined.addAll(join);
    left.addAll(leave);
    if (join.size() == count) {
      names.clear();
    }
    leave.forEach(names::remove);
    names.addAll(join);
    if (names.size() != count) {
      names.clear(); // a crowd
    }
  }

  /** Waits until it knows these and nobody else. */
  public void awaitHere(int withinSeconds, Set<String> expected) {
    Waiting.upTo(withinSeconds, "these are here: " + expected)
        .until(() -> names().equals(expected) && count() == expected.size());
  }

  /** Waits until it was told that he has gone. */
  public void awaitLeft(int withinSeconds, String user) {
    Waiting.upTo(withinSeconds, user + " has gone").until(() -> left().contains(user));
  }

  /** Those who are there; none in a crowd. */
  public synchronized Set<String> names() {
    return new TreeSet<>(names);
  }

  public synchronized int count() {
    return count;
  }

  /** All who were ever told to have come, in order. */
  public synchronized List<String> joined() {
    return List.copyOf(joined);
  }

  /** All who were ever told to have gone, in order. */
  public synchronized List<String> left() {
    return List.copyOf(left);
  }

  /** How many presence messages there were. */
  public synchronized int messages() {
    return messages;
  }

  /** From before it came in until after the last of them. */
  public synchronized double seconds() {
    return (lastHeard - opened) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  public SocketClient socket() {
    return socket;
  }

  private static List<String> names(JsonArray array) {
    return array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
  }

  /** Leaves without a word. */
  @Override
  public void close() {
    socket.close();
  }
}
