package com.petstoreapi.edge.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeapTest {
  private static final int MEBIBYTE = 1 << 20;
  private static final int MEBIBYTES = 48;

  @Test
  void seesWhatACollectionLeaves() {
    Heap heap = new Heap();
    byte[][] held =
        IntStream.range(0, MEBIBYTES).mapToObj(i -> new byte[MEBIBYTE]).toArray(byte[][]::new);
    System.gc();
    double with = heap.inUse();
    assertThat(with * Runtime.getRuntime().maxMemory())
        .isGreaterThan((double) held.length * MEBIBYTE);
    assertThat(with).isLessThan(1);
  }
}
