package com.petstoreapi.systemtests.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Whether what happens is heard at once, rather than when a buffer is full. */
final class Prompt {
  private static final int TIMES = 9;
  private static final long MOST_MILLIS = 250;

  private Prompt() {}

  /**
   * Lets something happen several times, each under a name of its own. One of them may be late, as
   * machines are; a proxy that collects makes all of them late.
   *
   * @param happens returns when it has
   * @param heard whether the last name was heard
   */
  static void assertHeard(String prefix, Consumer<String> happens, HeardOf heard) {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      String name = prefix + "-" + i;
      long begin = System.nanoTime();
      happens.accept(name);
      Callable<Boolean> condition = () -> heard.of(name);
      Waiting.await(name + " is heard").pollInterval(Duration.ofMillis(5)).until(condition);
      millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }
    Collections.sort(millis);
    assertThat(millis.get(TIMES / 2)).as("milliseconds: %s", millis).isLessThan(MOST_MILLIS);
  }

  @FunctionalInterface
  interface HeardOf {
    boolean of(String name);
  }
}
