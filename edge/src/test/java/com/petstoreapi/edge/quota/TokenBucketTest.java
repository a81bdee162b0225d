package com.petstoreapi.edge.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final long BEGIN = -5; // System.nanoTime() may be negative
  private final TokenBucket bucket = new TokenBucket(20, 40, BEGIN);

  @Test
  void letsABurstThroughAndThenTwentyASecond() {
    assertThat(taken(100, 0)).isEqualTo(40);
    assertThat(taken(100, 1_000)).isEqualTo(20);
    assertThat(taken(100, 60_000)).isEqualTo(40);
  }

  @Test
  void countsWhatAFloodIsRefused() {
    for (int milli = 0; milli < 200; milli++) {
      taken(1, milli);
    }
    assertThat(bucket.refused()).isGreaterThan(100);
  }

  @Test
  void forgivesWhoIsALittleTooFast() {
    int highest = 0;
    for (int i = 0; i < 10_000; i++) {
      taken(1, i * 45L); // 22 a second
      highest = Math.max(highest, bucket.refused());
    }
    assertThat(highest).isLessThan(10);
  }

  private long taken(int tries, long atMillis) {
    long now = BEGIN + TimeUnit.MILLISECONDS.toNanos(atMillis);
    return LongStream.range(0, tries).filter(i -> bucket.take(now)).count();
  }
}
