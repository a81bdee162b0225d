package com.petstoreapi.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GatheringTest {
  private final Gathering<String> gathering = Gathering.ofTexts(10);

  @Test
  void partsBecomeOneMessage() {
    assertThat(gathering.add("01234", false)).isEmpty();
    assertThat(gathering.add("", false)).isEmpty();
    assertThat(gathering.add("56789", true)).contains("0123456789");
  }

  @Test
  void eachMessageBeginsAnew() {
    gathering.add("0123456789", true);

    assertThat(gathering.add("0123456789", true)).contains("0123456789");
    assertThat(gathering.isOver()).isFalse();
  }

  @Test
  void oneCharacterTooManyEndsIt() {
    gathering.add("0123456789", false);

    assertThat(gathering.add("x", true)).isEmpty();
    assertThat(gathering.isOver()).isTrue();
    assertThat(gathering.add("small", true)).isEmpty();
  }

  @Test
  void emptyPartsWithoutEndEndIt() {
    for (int i = 0; i <= 1_024; i++) {
      gathering.add("", false);
    }

    assertThat(gathering.isOver()).isTrue();
  }

  @Test
  void whatIsBinaryIsGatheredAndBoundedTheSame() {
    Gathering<byte[]> bytes = Gathering.ofBytes(4);

    assertThat(bytes.add(new byte[] {1, 2}, false)).isEmpty();
    assertThat(bytes.add(new byte[] {3}, true)).contains(new byte[] {1, 2, 3});
    assertThat(bytes.add(new byte[5], true)).isEmpty();
    assertThat(bytes.isOver()).isTrue();
  }
}
