package com.petstoreapi.auction.watch.rest;

import static com.petstoreapi.auction.support.ServiceClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.support.ServiceClient;
import com.petstoreapi.auction.support.Shipped;
import com.petstoreapi.auction.watch.WatchLists;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everybody keeps a watch list of his own. */
@ExtendWith(ArquillianExtension.class)
class WatchesIT {
  private static int count;

  @Inject private WatchLists lists;

  private String name;
  private ServiceClient user;

  @Deployment
  static WebArchive deployment() {
    return Shipped.war();
  }

  @BeforeEach
  void somebodyComes() {
    name = "watcher-" + ++count;
    user = ServiceClient.of(name, "user");
  }

  @Test
  void whatIsPutIsThereUntilItIsDeleted() {
    assertThat(user.put("/v1/watches/milo").statusCode()).isEqualTo(204);
    assertThat(user.put("/v1/watches/milo").statusCode()).isEqualTo(204);
    HttpResponse<String> found = user.get("/v1/watches/milo");
    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(json(found).getString("petId")).isEqualTo("milo");
    assertThat(json(found).getString("since")).endsWith("Z");

    assertThat(user.delete("/v1/watches/milo").statusCode()).isEqualTo(204);
    assertThat(user.delete("/v1/watches/milo").statusCode()).isEqualTo(204);
    assertRefused(404, "not-found", user.get("/v1/watches/milo"));
  }

  @Test
  void theListComesInPages() {
    List.of("c", "a", "b").forEach(pet -> user.put("/v1/watches/" + pet));

    JsonObject first = json(user.get("/v1/watches?limit=2"));
    assertThat(pets(first)).containsExactly("a", "b");
    JsonObject second = json(user.get("/v1/watches?limit=2&cursor=" + first.getString("next")));
    assertThat(pets(second)).containsExactly("c");
    assertThat(second).doesNotContainKey("next");
  }

  @Test
  void nobodySeesAnothersList() {
    user.put("/v1/watches/milo");
    ServiceClient another = ServiceClient.of("another", "user");

    assertThat(another.get("/v1/watches/milo").statusCode()).isEqualTo(404);
    assertThat(pets(json(another.get("/v1/watches")))).isEmpty();
  }

  @Test
  void theFiveHundredAndFirstIsRefused() {
    IntStream.range(0, WatchLists.MOST).forEach(i -> lists.add(name, "pet-" + i));

    assertRefused(409, "limit-reached", user.put("/v1/watches/one-more"));
    assertThat(user.put("/v1/watches/pet-7").statusCode()).isEqualTo(204);
  }

  @Test
  void onlyUsersWatch() {
    ServiceClient seller = ServiceClient.of("sam", "seller");
    assertRefused(403, "forbidden", seller.put("/v1/watches/milo"));
    assertRefused(403, "forbidden", seller.get("/v1/watches"));
    assertThat(ServiceClient.nobody().get("/v1/watches").statusCode()).isEqualTo(401);
  }

  @Test
  void whatIsNoIdIsRefused() {
    assertRefused(400, "invalid-message", user.put("/v1/watches/a%20b"));
    assertRefused(400, "invalid-message", user.put("/v1/watches/" + "x".repeat(65)));
    assertRefused(400, "invalid-message", user.get("/v1/watches?limit=0"));
    assertRefused(404, "not-found", user.get("/v1/watches/a%20b"));
    assertRefused(400, "invalid-message", user.delete("/v1/watches/a%20b"));
  }

  private static void assertRefused(int status, String code, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(json(answer).getString("code")).isEqualTo(code);
  }

  private static List<String> pets(JsonObject page) {
    return page.getJsonArray("items").stream()
        .map(item -> item.asJsonObject().getString("petId"))
        .toList();
  }
}
