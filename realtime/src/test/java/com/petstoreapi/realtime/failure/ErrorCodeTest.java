package com.petstoreapi.realtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodeTest {
  @Test
  void noTwoFailuresShareAWireCode() {
    assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::wire)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void wireCodesAreLowerCaseWords(ErrorCode code) {
    assertThat(code.wire()).matches("[a-z]+(-[a-z]+)*");
  }

  @ParameterizedTest
  @EnumSource
  void statusesAreThoseOfFailures(ErrorCode code) {
    assertThat(code.status()).isBetween(400, 599);
    assertThat(code.title()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 405, 406, 413, 415, 429, 500, 503})
  void knowsTheStatusesThatTheContainerMakes(int status) {
    assertThat(ErrorCode.ofStatus(status).status()).isEqualTo(status);
  }

  @Test
  void takesAnUnknownStatusForTheFaultOfItsSide() {
    assertThat(ErrorCode.ofStatus(418)).isEqualTo(ErrorCode.INVALID_MESSAGE);
    assertThat(ErrorCode.ofStatus(507)).isEqualTo(ErrorCode.INTERNAL);
  }
}
