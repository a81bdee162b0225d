package com.petstoreapi.systemtests.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final int MEBI = 1 << 20;
  private static final Sample EMPTY = sample(60 * MEBI, 100, 200, 0);
  private static final Sample FULL = sample(100 * MEBI, 150, 800, 550);

  private static Sample sample(double heapLive, int threads, int descriptors, int connections) {
    return at(900, heapLive, threads, descriptors, connections);
  }

  private static Sample at(
      double seconds, double heapLive, int threads, int descriptors, int connections) {
    return new Sample(
        seconds, heapLive, heapLive, heapLive, threads, descriptors, connections, 0, 0, 0, 0, 0);
  }

  private static boolean isFlat(Sample last, Sample after) {
    return new Verdict("a server", EMPTY, FULL, FULL, last, after).isFlat();
  }

  @Test
  void whatIsAsItWasIsFlat() {
    assertThat(isFlat(FULL, EMPTY)).isTrue();
  }

  @Test
  void aHeapThatGrewIsNot() {
    assertThat(isFlat(sample(130 * MEBI, 150, 800, 550), EMPTY)).isTrue();
    assertThat(isFlat(sample(132 * MEBI, 150, 800, 550), EMPTY)).isFalse();
  }

  @Test
  void aHeapThatIsStillFillingIsNotJudged() {
    Sample early = at(60, 100 * MEBI, 150, 800, 550);
    Sample late = at(120, 200 * MEBI, 150, 800, 550);

    assertThat(new Verdict("a server", EMPTY, early, early, late, EMPTY).isFlat()).isTrue();
  }

  @Test
  void threadsDescriptorsOrConnectionsThatStayedAreNot() {
    assertThat(isFlat(FULL, sample(60 * MEBI, 133, 200, 0))).isFalse();
    assertThat(isFlat(FULL, sample(60 * MEBI, 100, 249, 0))).isFalse();
    assertThat(isFlat(FULL, sample(60 * MEBI, 100, 200, 1))).isFalse();
  }
}
