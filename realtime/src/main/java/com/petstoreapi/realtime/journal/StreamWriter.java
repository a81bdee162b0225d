package com.petstoreapi.realtime.journal;

import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.tracing.Stage;
import com.petstoreapi.realtime.tracing.Step;
import com.petstoreapi.realtime.tracing.Tracing;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The write side of one stream: commands queue up, one writer takes all that wait, decides them in
 * one transaction and answers them after the commit. Under load one commit serves hundreds of
 * commands; alone, a command waits for nobody.
 *
 * <p>A command that is refused, or that fails, does so alone: the others of its batch go through.
 */
public final class StreamWriter {
  private static final System.Logger LOG = System.getLogger(StreamWriter.class.getName());

  /** Who is contended with so often, in his own transaction, meets a fault, not bad luck. */
  private static final int MOST_TRIES = 5;

  private final String stream;
  private final Journal journal;
  private final Consumer<List<Event>> committed;
  private final WriterFigures figures;
  private final Sequencer<Pending<?>> sequencer;
  private final Tracing tracing;
  private final boolean traced;

  /** Of whose commands nobody follows any. */
  public StreamWriter(
      String stream,
      Journal journal,
      Consumer<List<Event>> committed,
      Executor executor,
      int maxBatch,
      int maxWaiting) {
    this(
        stream,
        journal,
        committed,
        executor,
        maxBatch,
        maxWaiting,
        new WriterFigures(),
        Tracing.OFF);
  }

  /**
   * @param committed is handed the events of each transaction after its commit, in order, before
   *     the commands are answered
   * @param executor runs the transactions; one task at a time for this writer
   * @param maxBatch commands a transaction, 1 or more
   * @param maxWaiting commands that may wait; more are refused with {@code unavailable}
   * @param figures is told of each transaction
   */
  public StreamWriter(
      String stream,
      Journal journal,
      Consumer<List<Event>> committed,
      Executor executor,
      int maxBatch,
      int maxWaiting,
      WriterFigures figures,
      Tracing tracing) {
    this.stream = stream;
    this.journal = journal;
    this.committed = committed;
    this.figures = figures;
    this.tracing = tracing;
    this.traced = tracing.isOn();
    this.sequencer = new Sequencer<>(executor, maxBatch, maxWaiting, this::write);
  }

  /**
   * Puts a command in the queue. The future completes after the commit, with the answer; or
   * exceptionally with the {@link Refusal} that the command threw, with {@link JournalUnavailable}
   * (it may then have been committed: to be repeated with the same idempotency key), or with what
   * else went wrong. Dependent stages run on the writer's thread and must not block.
   */
  public <R> CompletableFuture<R> submit(Command<R> command) {
    Step step = traced ? tracing.begin(Stage.COMMAND, stream) : Step.NONE;
    Pending<R> pending = new Pending<>(command, step);
    if (journal.isAway()) { // a transaction that hangs may be before it, for seconds
      pending.fail(new JournalUnavailable("the database is away", null));
    } else if (!sequencer.offer(pending)) {
      pending.fail(Refusal.unavailable("too many commands are waiting already"));
    }
    return pending.future;
  }

  /** Commands that wait for a transaction. */
  public int waiting() {
    return sequencer.waiting();
  }

  private void write(List<Pending<?>> batch) {
    try {
      commit(batch);
    } catch (JournalUnavailable e) {
      fail(batch, e);
    } catch (Throwable e) {
      if (batch.size() == 1 && !(e instanceof Contended)) {
        fail(batch.get(0), e);
      } else {
        writeEachAlone(batch);
      }
    }
  }

  /** Throws only as long as nothing is committed: what is, must not be decided again. */
  private void commit(List<Pending<?>> batch) {
    long began = System.nanoTime();
    Step step = traced ? begin(batch) : Step.NONE;
    List<Event> events = append(batch, step);
    figures.committed(batch.size(), System.nanoTime() - began);
    tellCommitted(events);
    batch.forEach(Pending::complete);
  }

  private Step begin(List<Pending<?>> batch) {
    List<String> causes = batch.stream().map(pending -> pending.step.trace()).toList();
    return tracing.follow(Stage.COMMIT, stream, batch.size(), causes);
  }

  private List<Event> append(List<Pending<?>> batch, Step step) {
    try {
      List<Event> events =
          journal.append(
              stream,
              commit -> {
                commit.followedBy(step);
                decide(batch, commit);
              });
      step.end();
      return events;
    } catch (Throwable e) {
      step.fail();
      throw e;
    }
  }

  private static void decide(List<Pending<?>> batch, Commit commit) {
    batch.forEach(pending -> pending.command.announce(commit));
    batch.forEach(pending -> pending.decide(commit));
  }

  /** One of them spoilt the transaction for all: it is found by giving each its own. */
  private void writeEachAlone(List<Pending<?>> batch) {
    for (int i = 0; i < batch.size(); i++) {
      try {
        commitAlone(batch.subList(i, i + 1));
      } catch (JournalUnavailable e) {
        fail(batch.subList(i, batch.size()), e); // not a time-out for each of hundreds
        return;
      } catch (Throwable e) {
        fail(batch.get(i), e);
      }
    }
  }

  private void commitAlone(List<Pending<?>> one) {
    for (int tries = 1; true; tries++) {
      try {
        commit(one);
        return;
      } catch (Contended e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  @SuppressWarnings("try")
  private void fail(Pending<?> pending, Throwable cause) {
    try (Step.Current current = pending.step.makeCurrent()) { // so that the line bears its trace
      LOG.log(System.Logger.Level.ERROR, "a command failed on stream " + stream, cause);
    }
    pending.fail(cause);
  }

  /**
   * Whoever keeps the connections says once that the database is away; here it would be a flood.
   */
  private void fail(List<Pending<?>> batch, JournalUnavailable cause) {
    LOG.log(System.Logger.Level.DEBUG, "cannot write to stream " + stream, cause);
    batch.forEach(pending -> pending.fail(cause));
  }

  private void tellCommitted(List<Event> events) {
    try {
      committed.accept(events);
    } catch (RuntimeException | Error e) {
      // The commit stands, so the commands are answered; who listens finds the hole and reads it.
      LOG.log(System.Logger.Level.ERROR, "events of " + stream + " were committed but not told", e);
    }
  }

  private static final class Pending<R> {
    private final Command<R> command;
    private final Step step;
    private final CompletableFuture<R> future = new CompletableFuture<>();
    private R answer;
    private Refusal refusal;

    Pending(Command<R> command, Step step) {
      this.command = command;
      this.step = step;
    }

    void decide(Commit commit) {
      Position before = commit.position();
      answer = null;
      refusal = null;
      try {
        answer = command.run(commit);
      } catch (Refusal e) {
        commit.rewindTo(before);
        refusal = e;
      } catch (SQLException e) {
        throw new IllegalStateException("the database refused a command", e);
      }
    }

    void fail(Throwable cause) {
      step.fail();
      future.completeExceptionally(cause);
    }

    void complete() {
      step.end();
      if (refusal != null) {
        future.completeExceptionally(refusal);
      } else {
        future.complete(answer);
      }
    }
  }
}
