package com.petstoreapi.benchmarks.micro;

import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Head;
import com.petstoreapi.realtime.journal.Journal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A journal of nothing: what is measured is in the tail. */
final class NoJournal implements Journal {
  private static final Head EMPTY = new Head("k3x9", 1, 0);

  @Override
  public Optional<Head> head(String stream) {
    return Optional.of(EMPTY);
  }

  @Override
  public Map<String, Head> heads(Collection<String> streams) {
    return Map.of();
  }

  @Override
  public Head open(String stream) {
    return EMPTY;
  }

  @Override
  public List<Event> read(String stream, long after, int limit) {
    return List.of();
  }

  @Override
  public List<Event> append(String stream, Work work) {
    throw new UnsupportedOperationException();
  }
}
