package com.petstoreapi.notification.platform;

import static com.petstoreapi.notification.support.ServiceClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.notification.support.ServiceClient;
import com.petstoreapi.notification.support.Shipped;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the container refuses by itself, or by its own JSON parser, is told as a problem too. */
@ExtendWith(ArquillianExtension.class)
class ProblemsIT {
  private static final String PUBLISH = "/v1/notifications";

  private ServiceClient ann;

  @Deployment
  static WebArchive deployment() {
    return Shipped.war();
  }

  @BeforeEach
  void signIn() {
    ann = ServiceClient.of("ann", "user", "seller", "publisher");
  }

  @Test
  void whereThereIsNothing() {
    assertProblem(ann.get("/v1/nothing"), 404, "not-found");
    assertProblem(ann.get("/nothing/at/all"), 404, "not-found");
    assertProblem(ann.get("/v1/pets/nobody"), 404, "not-found");
  }

  @Test
  void whereTheMethodIsNotOffered() {
    HttpResponse<String> answer = ann.write("DELETE", "/v1/pets", "");
    assertProblem(answer, 405, "method-not-allowed");
    assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
  }

  @Test
  void whereTheMediaTypeDoesNotFit() {
    assertProblem(ann.get("/v1/pets", "Accept", "text/html"), 406, "not-acceptable");
  }

  @Test
  void whereTheBodyIsNoJson() {
    for (String body :
        new String[] {"{", "{} x", "[1,]", "\u0000", "{\"a\":NaN}", "[".repeat(9_000)}) {
      assertProblem(ann.post(PUBLISH, body), 400, "invalid-message");
    }
  }

  @Test
  void whereTheBodyIsNestedDeeperThan32Levels() {
    assertThat(ann.post(PUBLISH, eventOf(32)).statusCode()).isEqualTo(201);
    assertProblem(ann.post(PUBLISH, eventOf(33)), 400, "invalid-message");
  }

  @Test
  void whereTheBodyIsTooLarge() {
    String body = "{\"type\":\"x\",\"data\":{\"a\":\"" + "x".repeat(4 * 1024 * 1024) + "\"}}";
    assertProblem(ann.post(PUBLISH, body), 413, "payload-too-large");
  }

  @Test
  void whereTheKeyIsNoKey() {
    String event = "{\"type\":\"x\",\"data\":{}}";
    assertProblem(
        ann.post(PUBLISH, event, "Idempotency-Key", "k".repeat(65)), 400, "invalid-message");
  }

  @Test
  void whereTheKeyWasUsedForSomethingElse() {
    String key = UUID.randomUUID().toString();
    String first = "{\"type\":\"x\",\"data\":{}}";
    HttpResponse<String> answer = ann.post(PUBLISH, first, "Idempotency-Key", key);
    assertThat(ann.post(PUBLISH, first, "Idempotency-Key", key).body()).isEqualTo(answer.body());
    assertProblem(
        ann.post(PUBLISH, "{\"type\":\"y\",\"data\":{}}", "Idempotency-Key", key),
        409,
        "idempotency-conflict");
  }

  /** An event whose deepest array lies on that level; the body and its data are the first two. */
  private static String eventOf(int levels) {
    int arrays = levels - 2;
    return "{\"type\":\"x\",\"data\":{\"a\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}}";
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).getString("code")).isEqualTo(code);
  }
}
