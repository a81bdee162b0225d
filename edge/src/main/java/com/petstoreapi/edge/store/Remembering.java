package com.petstoreapi.edge.store;

import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Position;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * States that need not be read for each command, nor written. The commands of one transaction share
 * the state in memory, and it is written once at the end. From one transaction to the next it is
 * remembered with the head of its stream: every change is told by an event, so a head that has not
 * moved, under the stream's lock, proves that nobody else has changed it.
 *
 * <p>All that one transaction deals with must be of one kind: it asks one instance of this class.
 *
 * @param <T> a state; immutable
 */
public final class Remembering<T> {
  private final Shelf<T> shelf;
  private final Map<String, Remembered<T>> memory;

  /** Where the states are, by their ids. */
  public interface Shelf<T> {
    Optional<T> find(Commit commit, String id) throws SQLException;

    /**
     * Puts down a state.
     *
     * @param before as it was before the transaction; empty if it was not looked for, or is new
     */
    void write(Commit commit, Optional<T> before, T after) throws SQLException;
  }

  private record Remembered<T>(T state, Position head) {}

  /**
   * @param most states to remember; those go first that were not asked for for longest
   */
  public Remembering(Shelf<T> shelf, int most) {
    this.shelf = shelf;
    this.memory =
        Collections.synchronizedMap(
            new LinkedHashMap<>(16, 0.75f, true) {
              private static final long serialVersionUID = 1L;

              @Override
              protected boolean removeEldestEntry(Map.Entry<String, Remembered<T>> eldest) {
                return size() > most;
              }
            });
  }

  /** As it stands, with what the transaction has made of it. */
  public Optional<T> find(Commit commit, String id) throws SQLException {
    return open(commit).find(commit, id);
  }

  /** What it has become; written at the transaction's end. */
  public void update(Commit commit, String id, T state) {
    open(commit).update(id, state);
  }

  @SuppressWarnings("unchecked") // there is one instance that a transaction asks
  private OpenPages open(Commit commit) {
    return commit.part(OpenPages.class, OpenPages::new);
  }

  /** What one transaction deals with; mostly one state. */
  private final class OpenPages implements Commit.Part {
    private final Map<String, T> found = new HashMap<>();
    private final Map<String, T> pages = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    Optional<T> find(Commit commit, String id) throws SQLException {
      if (!pages.containsKey(id)) {
        Optional<T> state = remembered(commit, id);
        if (state.isEmpty()) {
          state = shelf.find(commit, id);
        }
        state.ifPresent(present -> turnTo(id, present));
      }
      return Optional.ofNullable(pages.get(id));
    }

    private void turnTo(String id, T state) {
      found.put(id, state);
      pages.put(id, state);
    }

    void update(String id, T state) {
      pages.put(id, state);
      changed.add(id);
    }

    @Override
    public void flush(Commit commit) throws SQLException {
      for (String id : changed) {
        shelf.write(commit, Optional.ofNullable(found.get(id)), pages.get(id));
      }
    }

    @Override
    public void committed(Commit commit) {
      pages.forEach((id, state) -> memory.put(id, new Remembered<>(state, commit.position())));
    }

    private Optional<T> remembered(Commit commit, String id) {
      return Optional.ofNullable(memory.get(id))
          .filter(remembered -> remembered.head().equals(commit.before().position()))
          .map(Remembered::state);
    }
  }
}
