package com.petstoreapi.chat.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.chat.support.HelpDesk;
import com.petstoreapi.circle.Remark;
import com.petstoreapi.circle.Remarks;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadMarksTest {
  private final List<Remark> told = new ArrayList<>();
  private final Remarks remarks = new Remarks(told::add, System::nanoTime);
  private final HelpDesk help = new HelpDesk();
  private final ReadMarks marks = new ReadMarks(help.rooms(), remarks);
  private final String id = help.open("carl");
  private final String first = help.say(id, "carl", "one");
  private final String second = help.say(id, "carl", "two");

  @BeforeEach
  void readingIsKnown() {
    remarks.know(ReadMarks.READ);
  }

  @Test
  void howFarSomebodyHasReadIsKeptAndTold() {
    marks.set(id, "carl", second);
    assertThat(marks.of(id, "carl").position()).hasToString(second);
    assertThat(told)
        .containsExactly(
            new Remark("chat/" + id, "carl", "read", "{\"position\":\"" + second + "\"}"));
  }

  @Test
  void itGoesForwardOnlyAndIsToldThenOnly() {
    marks.set(id, "carl", second);
    marks.set(id, "carl", first);
    marks.set(id, "carl", second);
    assertThat(marks.of(id, "carl").position()).hasToString(second);
    assertThat(told).hasSize(1);
  }

  @Test
  void aBareNumberIsOneOfThisRoom() {
    marks.set(id, "carl", "1");
    assertThat(marks.of(id, "carl").position()).hasToString(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "3", "1-other", "-1"})
  void whatIsNoPositionOfThisRoomIsRefused(String position) {
    refused(ErrorCode.INVALID_MESSAGE, id, "carl", position);
    assertThat(told).isEmpty();
  }

  @Test
  void strangersReadNothing() {
    refused(ErrorCode.FORBIDDEN, id, "eve", "1");
    refused(ErrorCode.NOT_FOUND, "unknown", "eve", "1");
  }

  private void refused(ErrorCode code, String roomId, String user, String position) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> marks.set(roomId, user, position))
        .extracting(Refusal::code)
        .isEqualTo(code);
  }
}
