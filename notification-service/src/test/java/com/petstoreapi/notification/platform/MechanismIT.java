package com.petstoreapi.notification.platform;

import static com.petstoreapi.notification.support.ServiceClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.notification.support.ServiceClient;
import com.petstoreapi.notification.support.Shipped;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who gets in, and what the others are told. */
@ExtendWith(ArquillianExtension.class)
class MechanismIT {
  private static final String STREAM = "/v1/pets/notifications";

  @Deployment
  static WebArchive deployment() {
    return Shipped.war();
  }

  @Test
  void asksForATokenWhereThereIsNone() {
    HttpResponse<String> answer = ServiceClient.nobody().get("/v1/pets");
    assertProblem(answer, 401, "unauthenticated");
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"petstore-live\"");
    assertThat(json(answer).getString("instance")).isEqualTo("/v1/pets");
  }

  @Test
  void refusesATokenThatIsNoGood() {
    String good = ServiceClient.of("ann", "user").token();
    for (String bad :
        new String[] {"x", good + "x", good.substring(0, good.length() - 9), "a.b.c"}) {
      HttpResponse<String> answer = ServiceClient.withToken(bad).get("/v1/pets");
      assertProblem(answer, 401, "unauthenticated");
      assertThat(answer.headers().firstValue("WWW-Authenticate"))
          .contains("Bearer realm=\"petstore-live\", error=\"invalid_token\"");
    }
  }

  @Test
  void refusesBeforeAStreamBegins() {
    assertProblem(ServiceClient.nobody().get(STREAM), 401, "unauthenticated");
    assertProblem(ServiceClient.withToken("x").get(STREAM), 401, "unauthenticated");
    assertProblem(ServiceClient.of("bob", "publisher").get(STREAM), 403, "forbidden");
  }

  @Test
  void refusesATokenInTheQuery() {
    String token = ServiceClient.of("ann", "user").token();
    for (String name : new String[] {"token", "access_token", "jwt", "ticket"}) {
      assertProblem(
          ServiceClient.nobody().get(STREAM + "?" + name + "=" + token), 401, "unauthenticated");
    }
  }

  @Test
  void refusesATokenWithoutTheRole() {
    ServiceClient user = ServiceClient.of("ann", "user");
    String event = "{\"type\":\"notification\",\"data\":{}}";
    assertProblem(user.post("/v1/notifications", event), 403, "forbidden");
    assertProblem(user.put("/v1/inventory/hay", "{\"stock\":1}"), 403, "forbidden");
  }

  @Test
  void letsInWhoeverHasATokenWithTheRole() {
    HttpResponse<String> answer = ServiceClient.of("ann", "user").get("/v1/pets?limit=1");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
  }

  @Test
  void givesDevelopmentTokensAndRefusesWrongWishes() {
    HttpResponse<String> answer =
        ServiceClient.nobody().post("/v1/dev/tokens", "{\"user\":\"ann\",\"ttlSeconds\":60}");
    assertThat(json(answer).keySet()).containsExactlyInAnyOrder("token", "expiresAt");
    for (String wish :
        new String[] {"{}", "{\"user\":\"a b\"}", "{\"user\":\"ann\",\"roles\":[\"root\"]}"}) {
      assertProblem(ServiceClient.nobody().post("/v1/dev/tokens", wish), 400, "invalid-message");
    }
  }

  @Test
  void doesNotMindABadTokenWhereNoneIsNeeded() {
    HttpResponse<String> answer =
        ServiceClient.withToken("x").post("/v1/dev/tokens", "{\"user\":\"ann\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void neverSetsACookie() {
    assertThat(ServiceClient.nobody().get("/v1/pets").headers().map())
        .doesNotContainKey("Set-Cookie");
    assertThat(ServiceClient.of("ann", "user").get("/v1/pets").headers().map())
        .doesNotContainKey("Set-Cookie");
  }

  static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).getString("code")).isEqualTo(code);
    assertThat(json(answer).getInt("status")).isEqualTo(status);
    assertThat(json(answer)).containsKeys("type", "title", "detail", "instance");
  }
}
