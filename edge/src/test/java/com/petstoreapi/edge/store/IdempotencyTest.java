package com.petstoreapi.edge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.petstoreapi.edge.support.Database;
import com.petstoreapi.edge.support.ManualExecutor;
import com.petstoreapi.edge.support.MutableClock;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Command;
import com.petstoreapi.realtime.journal.Draft;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
  private static final String STREAM = "orders";
  private static final Optional<IdempotencyKey> KEY = IdempotencyKey.of("ann", "k-1", "order rex");

  private final MutableClock clock = new MutableClock();
  private final Database database = Database.create(clock);
  private final ManualExecutor executor = new ManualExecutor();
  private final LiveStreams streams = database.streams(executor);
  private final AtomicInteger decided = new AtomicInteger();

  /** Appends an event and answers with how often it was asked. */
  private final Command<String> order =
      commit -> {
        commit.append(new Draft("order", Audience.EVERYONE, "", "{}"));
        return "{\"order\":" + decided.incrementAndGet() + "}";
      };

  @Test
  void answersARepetitionAsAtFirstAndChangesNothing() {
    assertThat(run(KEY, order)).isEqualTo("{\"order\":1}");
    assertThat(run(KEY, order)).isEqualTo("{\"order\":1}");
    assertThat(events()).isEqualTo(1);
  }

  @Test
  void decidesTwoEqualKeysOfOneBatchOnce() {
    CompletableFuture<String> first = submit(KEY, order);
    CompletableFuture<String> second = submit(KEY, order);
    executor.runAll();
    assertThat(first).isCompletedWithValue("{\"order\":1}");
    assertThat(second).isCompletedWithValue("{\"order\":1}");
    assertThat(events()).isEqualTo(1);
  }

  @Test
  void decidesOnceWhatTwoTransactionsAreAskedAtOnce() throws Exception {
    LiveStreams two = database.streams(ForkJoinPool.commonPool());
    for (int i = 0; i < 200; i++) {
      Optional<IdempotencyKey> key = IdempotencyKey.of("ann", "both-" + i, "order");
      CompletableFuture<String> here = two.writer("here").submit(Idempotency.once(key, order));
      CompletableFuture<String> there = two.writer("there").submit(Idempotency.once(key, order));
      assertThat(here.get(10, TimeUnit.SECONDS)).isEqualTo(there.get(10, TimeUnit.SECONDS));
    }
    long here = database.journal().head("here").orElseThrow().seq();
    long there = database.journal().head("there").orElseThrow().seq();
    assertThat(here + there).isEqualTo(200);
  }

  @Test
  void decidesEveryCommandWithoutAKey() {
    run(Optional.empty(), order);
    assertThat(run(Optional.empty(), order)).isEqualTo("{\"order\":2}");
  }

  @Test
  void knowsTheKeysOfTwoUsersApart() {
    run(KEY, order);
    assertThat(run(IdempotencyKey.of("bob", "k-1", "order rex"), order)).isEqualTo("{\"order\":2}");
  }

  @Test
  void refusesAKeyThatWasUsedForSomethingElseAndKeepsTheFirstAnswer() {
    run(KEY, order);
    Optional<IdempotencyKey> other = IdempotencyKey.of("ann", "k-1", "order kit");
    assertThat(refusal(other, order).code()).isEqualTo(ErrorCode.IDEMPOTENCY_CONFLICT);
    assertThat(run(KEY, order)).isEqualTo("{\"order\":1}");
    assertThat(events()).isEqualTo(1);
  }

  @Test
  void repeatsARefusalWithAllThatItSaid() {
    Map<String, Object> members =
        Map.of("minimumBid", new BigDecimal("610.00"), "by", "ann", "reserveMet", true);
    Refusal first = new Refusal(ErrorCode.TOO_LOW, "Bid \"more\".", members);
    refusal(KEY, refusing(first));
    Refusal second = refusal(KEY, order);
    assertThat(second.code()).isEqualTo(ErrorCode.TOO_LOW);
    assertThat(second.detail()).isEqualTo("Bid \"more\".");
    assertThat(second.members()).isEqualTo(members);
    assertThat(decided).hasValue(0);
  }

  @Test
  void doesNotRememberARefusalThatMayPass() {
    refusal(KEY, refusing(Refusal.unavailable("Come back.")));
    refusal(KEY, refusing(new Refusal(ErrorCode.RATE_LIMITED, "Too fast.")));
    assertThat(run(KEY, order)).isEqualTo("{\"order\":1}");
  }

  @Test
  void leavesNoEventOfACommandThatWasRefused() {
    Command<String> refusedAfterAll =
        commit -> {
          order.run(commit);
          throw Refusal.notFound("There is no such pet.");
        };
    refusal(KEY, refusedAfterAll);
    refusal(KEY, refusedAfterAll);
    assertThat(events()).isZero();
    assertThat(decided).hasValue(1);
  }

  @Test
  void leavesTheKeyFreeWhenACommandFails() {
    Command<String> failing =
        commit -> {
          throw new IllegalStateException("a fault");
        };
    assertThat(catchThrowable(() -> run(KEY, failing))).hasRootCauseMessage("a fault");
    assertThat(run(KEY, order)).isEqualTo("{\"order\":1}");
  }

  @Test
  void forgetsKeysOnceTheyAreOld() throws SQLException {
    run(KEY, order);
    clock.advance(Duration.ofHours(24));
    Optional<IdempotencyKey> young = IdempotencyKey.of("ann", "k-2", "order kit");
    run(young, order);
    assertThat(forgetBefore(clock.instant(), 100)).isEqualTo(1);
    assertThat(run(young, order)).isEqualTo("{\"order\":2}");
    assertThat(run(KEY, order)).isEqualTo("{\"order\":3}");
  }

  @Test
  void forgetsNoMoreThanSoManyAtATime() throws SQLException {
    for (int i = 0; i < 5; i++) {
      run(IdempotencyKey.of("ann", "k-" + i, "order"), order);
    }
    clock.advance(Duration.ofHours(24));
    assertThat(forgetBefore(clock.instant(), 3)).isEqualTo(3);
    assertThat(forgetBefore(clock.instant(), 3)).isEqualTo(2);
    assertThat(forgetBefore(clock.instant(), 3)).isZero();
  }

  private int forgetBefore(Instant limit, int most) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      return Idempotency.forget(connection, limit, most);
    }
  }

  private CompletableFuture<String> submit(Optional<IdempotencyKey> key, Command<String> command) {
    return streams.writer(STREAM).submit(Idempotency.once(key, command));
  }

  private String run(Optional<IdempotencyKey> key, Command<String> command) {
    CompletableFuture<String> answer = submit(key, command);
    executor.runAll();
    return answer.join();
  }

  private Refusal refusal(Optional<IdempotencyKey> key, Command<String> command) {
    Throwable thrown = catchThrowable(() -> run(key, command));
    assertThat(thrown).hasCauseInstanceOf(Refusal.class);
    return (Refusal) thrown.getCause();
  }

  private static Command<String> refusing(Refusal refusal) {
    return commit -> {
      throw refusal;
    };
  }

  private long events() {
    return database.journal().head(STREAM).orElseThrow().seq();
  }
}
