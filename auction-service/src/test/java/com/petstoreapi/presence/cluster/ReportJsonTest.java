package com.petstoreapi.presence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.presence.Report;
import com.petstoreapi.presence.Visit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportJsonTest {
  @Test
  void whatIsToldIsHeard() {
    Report report =
        new Report(
            "a-node",
            true,
            true,
            List.of(
                new Visit("auction/rex", "ann"),
                new Visit("auction/rex", "\"bob\""),
                new Visit("chat/1", "ann")),
            List.of(new Visit("auction/rex", "cid")));
    assertThat(ReportJson.read(ReportJson.write(report))).contains(report);
  }

  @Test
  void whatALaterVersionAddsIsPassedOver() {
    String text =
        "{\"node\":\"n\",\"asks\":false,\"stops\":false,\"here\":{},\"gone\":{},\"since\":1}";
    assertThat(ReportJson.read(text)).contains(new Report("n", false, false, List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"node\":1,\"asks\":false,\"stops\":false,\"here\":{},\"gone\":{}}",
        "{\"node\":\"n\",\"asks\":false,\"stops\":false,\"here\":{\"p\":[1]},\"gone\":{}}",
        "{\"node\":\"n\",\"asks\":false,\"stops\":false,\"here\":{\"p\":\"u\"},\"gone\":{}}"
      })
  void whatIsNoReportIsPassedOver(String text) {
    assertThat(ReportJson.read(text)).isEmpty();
  }
}
