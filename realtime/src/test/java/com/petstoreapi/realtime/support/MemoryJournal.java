package com.petstoreapi.realtime.support;

import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Head;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A journal in memory, with a switch for each way in which a real one fails. */
public final class MemoryJournal implements Journal {
  public static final String EPOCH = "k3f9";
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Map<String, List<Event>> streams = new TreeMap<>();
  private final Map<String, Long> oldest = new TreeMap<>();
  private boolean away;
  private boolean shared = true;
  private int transactions;
  private int reads;

  /** Whether others write to it, too; they do unless something else is said. */
  public synchronized void setShared(boolean shared) {
    this.shared = shared;
  }

  @Override
  public synchronized boolean isShared() {
    return shared;
  }

  /** From now on the database cannot be reached, or can be again. */
  public synchronized void setAway(boolean away) {
    this.away = away;
  }

  /** Lets go the events before this number, as retention does. */
  public synchronized void forgetBefore(String stream, long seq) {
    streams.get(stream).removeIf(event -> event.seq() < seq);
    oldest.put(stream, seq);
  }

  /** Appends without a work, as another node would. */
  public List<Event> append(String stream, Draft... drafts) {
    return append(stream, commit -> List.of(drafts).forEach(commit::append));
  }

  public synchronized int transactions() {
    return transactions;
  }

  public synchronized int reads() {
    return reads;
  }

  public synchronized List<Event> all(String stream) {
    return List.copyOf(streams.getOrDefault(stream, List.of()));
  }

  @Override
  public synchronized Optional<Head> head(String stream) {
    checkReachable();
    return Optional.ofNullable(streams.get(stream)).map(events -> headOf(stream, events));
  }

  @Override
  public synchronized Map<String, Head> heads(Collection<String> names) {
    Map<String, Head> heads = new TreeMap<>();
    names.forEach(name -> head(name).ifPresent(head -> heads.put(name, head)));
    return heads;
  }

  @Override
  public synchronized Head open(String stream) {
    checkReachable();
    return headOf(stream, streams.computeIfAbsent(stream, name -> new ArrayList<>()));
  }

  @Override
  public synchronized List<Event> read(String stream, long after, int limit) {
    checkReachable();
    reads++;
    List<Event> events = streams.get(stream);
    long from = Math.max(0, after + 1 - oldest.getOrDefault(stream, 1L));
    return events.stream().skip(from).limit(limit).toList();
  }

  @Override
  public synchronized List<Event> append(String stream, Work work) {
    checkReachable();
    Head before = open(stream);
    Commit commit = new Commit(null, before, NOW);
    transactions++;
    work.run(commit);
    List<Event> appended = new ArrayList<>();
    for (Draft draft : commit.drafts()) {
      long seq = before.seq() + appended.size() + 1;
      appended.add(
          new Event(
              seq,
              NOW,
              draft.type(),
              draft.audience(),
              draft.subject(),
              draft.data(),
              commit.trace()));
    }
    streams.get(stream).addAll(appended);
    return appended;
  }

  private Head headOf(String stream, List<Event> events) {
    long first = oldest.getOrDefault(stream, 1L);
    return new Head(EPOCH, first, first - 1 + events.size());
  }

  private void checkReachable() {
    if (away) {
      throw new JournalUnavailable("away", new SQLTransientConnectionException("away"));
    }
  }
}
