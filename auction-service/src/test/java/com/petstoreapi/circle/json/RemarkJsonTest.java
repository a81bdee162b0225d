package com.petstoreapi.circle.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.circle.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemarkJsonTest {
  private static final Remark REMARK = new Remark("chat/1", "ann\"", "typing", "{\"on\":true}");

  @Test
  void aClientIsToldWhoAndWhat() {
    assertThat(RemarkJson.message(REMARK))
        .isEqualTo("{\"type\":\"typing\",\"userId\":\"ann\\\"\",\"on\":true}");
  }

  @Test
  void anotherNodeHearsWhatIsTold() {
    assertThat(RemarkJson.read(RemarkJson.write(REMARK))).contains(REMARK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"place\":\"chat/1\",\"user\":\"ann\"}"})
  void whatIsNoneIsPassedOver(String text) {
    assertThat(RemarkJson.read(text)).isEmpty();
  }
}
