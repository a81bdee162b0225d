package com.petstoreapi.edge.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.support.Requests;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
  private static final String MADE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String LONGEST =
      "0123456789.ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

  @ParameterizedTest
  @ValueSource(strings = {"a", "order-7.retry_2", LONGEST})
  void aClientsOwnIsTaken(String id) {
    assertThat(RequestId.of(Requests.with(RequestId.HEADER, id))).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "two words", "a\nb", "ümlaut", "\"}", "a/b", "<b>", LONGEST + "-"})
  void whatDoesNotFitIsNotRepeated(String id) {
    assertThat(RequestId.of(Requests.with(RequestId.HEADER, id))).matches(MADE);
  }

  @Test
  void eachRequestHasItsOwn() {
    String one = RequestId.of(Requests.with());
    assertThat(one).matches(MADE);
    assertThat(RequestId.of(Requests.with())).isNotEqualTo(one);
  }

  @Test
  void itStaysTheSame() {
    HttpServletRequest request = Requests.with();
    assertThat(RequestId.of(request)).isEqualTo(RequestId.of(request));
  }
}
