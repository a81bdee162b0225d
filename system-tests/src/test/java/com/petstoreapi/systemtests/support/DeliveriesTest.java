package com.petstoreapi.systemtests.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private final Deliveries deliveries = new Deliveries();

  private static BitSet seqs(int... seqs) {
    BitSet set = new BitSet();
    for (int seq : seqs) {
      set.set(seq);
    }
    return set;
  }

  @Test
  void whatCameBeforeItsBeginningIsNotMissed() {
    deliveries.begin(3);
    deliveries.add(5);

    assertThat(deliveries.passedOver(seqs(2, 3, 5))).isEqualTo(seqs());
    assertThat(deliveries.hasBegun()).isTrue();
  }

  @Test
  void aGapIsPassedOverAndTheRestIsYetToCome() {
    deliveries.begin(3);
    deliveries.add(6);

    assertThat(deliveries.passedOver(seqs(4, 6, 8))).isEqualTo(seqs(4));
    assertThat(deliveries.yetToCome(seqs(4, 6, 8))).isEqualTo(seqs(4, 8));
  }

  @Test
  void theNextConnectionBeginsNothingAnew() {
    deliveries.begin(3);
    deliveries.add(5);
    deliveries.begin(9);

    assertThat(deliveries.yetToCome(seqs(5, 7))).isEqualTo(seqs(7));
  }

  @Test
  void theSameTwiceIsOutOfOrder() {
    deliveries.add(5);
    assertThat(deliveries.inOrder()).isTrue();

    deliveries.add(5);
    assertThat(deliveries.inOrder()).isFalse();
  }
}
