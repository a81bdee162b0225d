package com.petstoreapi.care.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.failure.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorRemarkTest {
  @Test
  void aCursorIsAtATaskAndMayBeInOneOfItsFields() {
    assertThat(fields("{'type':'cursor','taskId':'a','x':1}")).isEqualTo("{\"taskId\":\"a\"}");
    assertThat(fields("{'taskId':'a','field':'text'}"))
        .isEqualTo("{\"taskId\":\"a\",\"field\":\"text\"}");
  }

  @Test
  void aCursorAtNoTaskEndsTheRemark() {
    assertThat(fields("{'taskId':null,'field':'text'}")).isEqualTo(CursorRemark.KIND.end());
    assertThat(fields("{}")).isEqualTo(CursorRemark.KIND.end());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'taskId':17}", "{'taskId':'a b'}", "{'taskId':'a','field':{}}"})
  void whatIsNoCursorIsRefused(String json) {
    assertThatThrownBy(() -> fields(json)).isInstanceOf(Refusal.class);
  }

  private static String fields(String json) {
    return CursorRemark.fields(JsonText.parseObject(json.replace('\'', '"')));
  }
}
