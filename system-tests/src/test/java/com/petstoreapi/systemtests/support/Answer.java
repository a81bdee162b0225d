package com.petstoreapi.systemtests.support;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpHeaders;

/** What came back over HTTP. */
public record Answer(int status, HttpHeaders headers, String body) {

  public JsonObject json() {
    return JsonText.parse(body);
  }

  public String text(String member) {
    return json().getString(member);
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  public Position position() {
    return Position.of(json());
  }

  public Answer expectSuccess() {
    assertThat(status).as("status of the answer %s", body).isBetween(200, 299);
    return this;
  }

  /** This answer, if it has that status; otherwise the test fails and shows the body. */
  public Answer expect(int expected) {
    assertThat(status).as("status of the answer %s", body).isEqualTo(expected);
    return this;
  }
}
