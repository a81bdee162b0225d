package com.petstoreapi.realtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.support.ManualExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SequencerTest {
  private final ManualExecutor executor = new ManualExecutor();
  private final List<List<String>> batches = new ArrayList<>();

  @Test
  void anItemThatComesAloneWaitsForNobody() {
    Sequencer<String> sequencer = sequencer(10, 10);
    sequencer.offer("a");
    executor.runAll();
    assertThat(batches).containsExactly(List.of("a"));
  }

  @Test
  void whatComesDuringABatchIsTheNext() {
    List<Sequencer<String>> self = new ArrayList<>();
    self.add(
        new Sequencer<>(
            executor,
            10,
            10,
            batch -> {
              batches.add(batch);
              if (batches.size() == 1) {
                self.get(0).offer("b");
                self.get(0).offer("c");
              }
            }));
    self.get(0).offer("a");
    executor.runAll();
    assertThat(batches).containsExactly(List.of("a"), List.of("b", "c"));
  }

  @Test
  void oneRunnerIsEnoughForManyItems() {
    Sequencer<String> sequencer = sequencer(10, 10);
    sequencer.offer("a");
    sequencer.offer("b");
    assertThat(executor.waiting()).isEqualTo(1);
  }

  @Test
  void takesNoMoreThanABatchMayHold() {
    Sequencer<String> sequencer = sequencer(2, 10);
    List.of("a", "b", "c", "d", "e").forEach(sequencer::offer);
    executor.runAll();
    assertThat(batches).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
  }

  @Test
  void refusesWhenTooManyWaitAndLosesNoneOfThem() {
    Sequencer<String> sequencer = sequencer(10, 2);
    assertThat(sequencer.offer("a")).isTrue();
    assertThat(sequencer.offer("b")).isTrue();
    assertThat(sequencer.offer("c")).isFalse();
    assertThat(sequencer.waiting()).isEqualTo(2);
    executor.runAll();
    assertThat(batches).containsExactly(List.of("a", "b"));
    assertThat(sequencer.offer("c")).isTrue();
  }

  @Test
  void refusesWhenTheExecutorDoesAndTriesAgainAtTheNext() {
    Sequencer<String> sequencer = sequencer(10, 10);
    executor.setRefusing(true);
    assertThat(sequencer.offer("a")).isFalse();
    assertThat(sequencer.waiting()).isZero();
    executor.setRefusing(false);
    assertThat(sequencer.offer("b")).isTrue();
    executor.runAll();
    assertThat(batches).containsExactly(List.of("b"));
  }

  /** Between being told "a runner is on his way" and the runner being turned away. */
  @Test
  void doesNotForgetWhoCameWhileTheExecutorWasRefusing() {
    List<Sequencer<String>> self = new ArrayList<>();
    self.add(
        new Sequencer<>(
            task -> {
              assertThat(self.get(0).offer("b")).isTrue();
              executor.setRefusing(true);
              executor.execute(task);
            },
            10,
            10,
            batches::add));
    assertThat(self.get(0).offer("a")).isFalse();
    assertThat(batches).containsExactly(List.of("b"));
    assertThat(self.get(0).waiting()).isZero();
  }

  /** Each item comes just when the runner of the one before is about to stop. */
  @Test
  void leavesNobodyBehindWhoComesAtTheLastMoment() throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Semaphore done = new Semaphore(0);
      Sequencer<Integer> sequencer =
          new Sequencer<>(pool, 10, 10, batch -> done.release(batch.size()));
      for (int i = 0; i < 100_000; i++) {
        assertThat(sequencer.offer(i)).isTrue();
        assertThat(done.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private Sequencer<String> sequencer(int maxBatch, int maxWaiting) {
    return new Sequencer<>(executor, maxBatch, maxWaiting, batches::add);
  }
}
