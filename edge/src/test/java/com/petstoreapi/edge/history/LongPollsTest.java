package com.petstoreapi.edge.history;

import static com.petstoreapi.edge.support.History.event;
import static com.petstoreapi.edge.support.History.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.edge.connection.Draining;
import com.petstoreapi.edge.support.History;
import com.petstoreapi.edge.support.ManualExecutor;
import com.petstoreapi.edge.support.MutableClock;
import com.petstoreapi.realtime.delivery.Filter;
import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class LongPollsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final History history = new History(new MutableClock());
  private final ManualExecutor executor = new ManualExecutor();
  private final LongPolls polls = new LongPolls(executor);

  @Test
  void answersAtOnceWhenThereIsSomething() {
    history.append(event("a"));
    assertThat(poll(new Start.Earliest(), LONG)).isCompletedWithValueMatching(has("a"));
    assertThat(polls.waiting()).isZero();
  }

  @Test
  void answersAtOnceWhenNobodyWantsToWait() {
    assertThat(poll(new Start.Live(), Duration.ZERO))
        .isCompletedWithValueMatching(page -> page.contains("\"items\":[]"));
  }

  @Test
  void answersWhenSomethingComes() {
    CompletableFuture<String> answer = poll(new Start.Live(), LONG);
    executor.runAll();
    assertThat(answer).isNotDone();
    assertThat(polls.waiting()).isEqualTo(1);
    history.append(event("a"));
    executor.runAll();
    assertThat(answer).isCompletedWithValueMatching(has("a"));
  }

  @Test
  void answersAllWhenTheServerIsAboutToStop() {
    CompletableFuture<String> answer = poll(new Start.Live(), LONG);
    polls.end(new Draining());
    assertThat(answer).isCompletedWithValueMatching(page -> page.contains("\"items\":[]"));
    assertThat(poll(new Start.Live(), LONG)).isDone();
    assertThat(polls.waiting()).isZero();
  }

  @Test
  void findsWhatCameWhileItSatDown() {
    CompletableFuture<String> answer = poll(new Start.Live(), LONG);
    history.append(event("a"));
    executor.runAll();
    assertThat(answer).isCompletedWithValueMatching(has("a"));
  }

  @Test
  void waitsOnWhenTheUserMayNotSeeWhatCame() {
    CompletableFuture<String> answer = poll(new Start.Live(), LONG);
    history.append(only("bob", "a"));
    executor.runAll();
    assertThat(answer).isNotDone();
    history.append(only("ann", "b"));
    executor.runAll();
    assertThat(answer).isCompletedWithValueMatching(has("b"));
    assertThat(answer).isCompletedWithValueMatching(page -> page.contains("\"position\":\"2-"));
  }

  @Test
  void looksOnceHoweverOftenItIsRung() {
    poll(new Start.Live(), LONG);
    history.append(event("a"));
    history.append(event("b"));
    assertThat(executor.waiting()).isEqualTo(1);
  }

  @Test
  void answersWithAnEmptyPageWhenTheTimeIsOver() {
    assertThat(poll(new Start.Live(), Duration.ofMillis(1)).join()).contains("\"items\":[]");
    assertThat(polls.waiting()).isZero();
  }

  @Test
  void listensNoLongerThanItWaits() {
    poll(new Start.Live(), LONG);
    assertThat(history.stream().listeners()).isEqualTo(1);
    history.append(event("a"));
    executor.runAll();
    assertThat(history.stream().listeners()).isZero();
    assertThat(polls.waiting()).isZero();
  }

  @Test
  void givesNothingOutToHimWhoMaySeeItNoLonger() {
    Refusal refusal = new Refusal(ErrorCode.FORBIDDEN, "no longer");
    AtomicBoolean welcome = new AtomicBoolean(true);
    CompletableFuture<String> answer =
        polls.page(
            history.stream(),
            Filter.of("ann"),
            new Start.Live(),
            10,
            LONG,
            () -> {
              if (!welcome.get()) {
                throw refusal;
              }
            });
    executor.runAll();
    welcome.set(false);
    history.append(event("a"));
    executor.runAll();
    assertThatThrownBy(answer::join).hasCause(refusal);
    assertThat(history.stream().listeners()).isZero();
    assertThat(polls.waiting()).isZero();
  }

  private CompletableFuture<String> poll(Start start, Duration wait) {
    return polls.page(history.stream(), Filter.of("ann"), start, 10, wait, () -> {});
  }

  private static Predicate<String> has(String type) {
    return page -> page.contains("\"type\":\"" + type + "\"");
  }
}
