package com.petstoreapi.realtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloseCauseTest {
  /** RFC 6455, section 7.4: what an endpoint may send, and the private range. */
  @ParameterizedTest
  @EnumSource
  void isACodeThatMayBeSent(CloseCause cause) {
    assertThat(cause.code())
        .matches(code -> code >= 1000 && code <= 1014 || code >= 4000 && code <= 4999)
        .isNotIn(1004, 1005, 1006, 1015);
  }

  /** RFC 6455, section 5.5: 125 bytes for a control frame, of which the code takes two. */
  @ParameterizedTest
  @EnumSource
  void hasAReasonThatFitsIntoACloseFrame(CloseCause cause) {
    assertThat(cause.reason()).isNotBlank();
    assertThat(cause.reason().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(123);
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhetherToComeBack(CloseCause cause) {
    assertThat(cause.reconnect()).isNotNull();
  }
}
