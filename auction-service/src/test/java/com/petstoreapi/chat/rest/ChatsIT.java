package com.petstoreapi.chat.rest;

import static com.petstoreapi.auction.support.ServiceClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.auction.support.EventStream;
import com.petstoreapi.auction.support.LiveChat;
import com.petstoreapi.auction.support.ServiceClient;
import com.petstoreapi.auction.support.Shipped;
import com.petstoreapi.realtime.delivery.LiveStreams;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The chats over HTTP. */
@ExtendWith(ArquillianExtension.class)
class ChatsIT {
  private final ServiceClient sue = ServiceClient.of("sue", "support");
  private final ServiceClient tom = ServiceClient.of("tom", "support");
  private final ServiceClient eve = ServiceClient.of("eve", "user");
  private final LiveChat chat = LiveChat.open();
  @Inject private LiveStreams live;
  private final ServiceClient customer = chat.asCustomer();

  @Deployment
  static WebArchive deployment() {
    return Shipped.war();
  }

  @Test
  void anInquiryOpensARoomWithItsFirstMessage() {
    String body =
        "{\"subject\":\"Food\",\"about\":{\"kind\":\"pet\",\"id\":\"rex\"},\"text\":\"What does he eat?\"}";
    String key = UUID.randomUUID().toString();
    HttpResponse<String> opened = customer.post("/v1/chats", body, "Idempotency-Key", key);
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
    JsonObject room = json(opened);
    assertThat(opened.headers().firstValue("Location").orElse(""))
        .endsWith("/v1/chats/" + room.getString("id"));
    assertThat(room.getString("status")).isEqualTo("WAITING");
    assertThat(room.getJsonObject("about").getString("id")).isEqualTo("rex");
    assertThat(room.getString("position")).startsWith("1-");

    HttpResponse<String> again = customer.post("/v1/chats", body, "Idempotency-Key", key);
    assertThat(again.body()).isEqualTo(opened.body());
    JsonObject page = json(customer.get("/v1/chats/" + room.getString("id") + "/messages"));
    assertThat(page.getJsonArray("items")).hasSize(1);
  }

  @Test
  void theSupportTakesFromTheQueueAndOneAloneGetsIt() {
    assertThat(sue.get("/v1/chats?queue=true&limit=200").body()).contains(chat.id());
    assertThat(eve.get("/v1/chats?queue=true").statusCode()).isEqualTo(403);
    assertThat(sue.put(chat.path("/agent"), "{}").statusCode()).isEqualTo(200);
    HttpResponse<String> late = tom.put(chat.path("/agent"), "{\"userId\":\"tom\"}");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(json(late).getString("code")).isEqualTo("invalid-transition");
    assertThat(chat.state().getString("agent")).isEqualTo("sue");

    assertThat(sue.put(chat.path("/agent"), "{\"userId\":\"tom\"}").statusCode()).isEqualTo(200);
    assertThat(tom.put(chat.path("/agent"), "{\"userId\":null}").statusCode()).isEqualTo(200);
    assertThat(chat.state().getString("status")).isEqualTo("WAITING");
  }

  @Test
  void theSupportMayReadWhatItMayNotWriteIn() {
    chat.takenBy("sue");
    chat.say(customer, "hello");
    assertThat(tom.get(chat.path("/messages")).body()).contains("hello");
    assertThat(tom.post(chat.path("/messages"), "{\"text\":\"hi\"}").statusCode()).isEqualTo(403);
    chat.say(sue, "hi");
    assertThat(json(sue.get(chat.path("/read-position"))).getInt("unread")).isEqualTo(1);
  }

  @Test
  void strangersAreRefusedAtEveryDoor() {
    List<String> doors =
        List.of("", "/messages", "/read-position", "/presence", "/events", "/attachments/a-1");
    for (String door : doors) {
      assertThat(eve.get(chat.path(door)).statusCode()).as(door).isEqualTo(403);
      assertThat(eve.get("/v1/chats/unknown" + door).statusCode()).as(door).isEqualTo(404);
    }
    assertThat(eve.post(chat.path("/messages"), "{\"text\":\"x\"}").statusCode()).isEqualTo(403);
    assertThat(eve.post(chat.path("/close"), "").statusCode()).isEqualTo(403);
    assertThat(eve.put(chat.path("/agent"), "{}").statusCode()).isEqualTo(403);
    assertThat(eve.put(chat.path("/members/eve"), "").statusCode()).isEqualTo(403);
    assertThat(eve.post(chat.path("/attachments"), LiveChat.PNG, "image/png").statusCode())
        .isEqualTo(403);
    assertThat(eve.put(chat.path("/read-position"), "{\"position\":\"0\"}").statusCode())
        .isEqualTo(403);
    assertThat(ServiceClient.nobody().get(chat.path("")).statusCode()).isEqualTo(401);
  }

  @Test
  void aClosedRoomIsReadAndNothingElseUntilItIsOpenedAgain() {
    chat.say(customer, "hello");
    assertThat(customer.post(chat.path("/close"), "").statusCode()).isEqualTo(200);
    HttpResponse<String> late = customer.post(chat.path("/messages"), "{\"text\":\"more\"}");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(customer.get(chat.path("/messages")).body()).contains("hello", "closed");
    assertThat(customer.post(chat.path("/reopen"), "").statusCode()).isEqualTo(200);
    chat.say(customer, "more");
  }

  @Test
  void aPictureIsGivenOutAsWhatItIs() {
    HttpResponse<String> shown =
        customer.post(chat.path("/attachments"), LiveChat.PNG, "image/jpeg");
    assertThat(shown.statusCode()).as(shown.body()).isEqualTo(201);
    JsonObject receipt = json(shown);
    assertThat(receipt.getString("contentType")).isEqualTo("image/png");
    assertThat(receipt.getInt("bytes")).isEqualTo(LiveChat.PNG.length);

    HttpResponse<byte[]> got =
        sue.getBytes(chat.path("/attachments/" + receipt.getString("attachmentId")));
    assertThat(got.body()).isEqualTo(LiveChat.PNG);
    assertThat(got.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(got.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(got.headers().firstValue("Content-Disposition").orElse("")).startsWith("inline");
  }

  @Test
  void aPictureThatABrowserKeepsIsAskedForAtEachUse() {
    assertThat(customer.put(chat.path("/members/eve"), "").statusCode()).isEqualTo(200);
    HttpResponse<String> shown =
        customer.post(chat.path("/attachments"), LiveChat.PNG, "image/png");
    String path = chat.path("/attachments/" + json(shown).getString("attachmentId"));
    HttpResponse<String> got = eve.get(path);
    assertThat(got.headers().firstValue("Cache-Control")).contains("private, no-cache");
    String tag = got.headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = eve.get(path, "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.headers().firstValue("Cache-Control")).contains("private, no-cache");
    assertThat(eve.get(path, "If-None-Match", "\"another\"").statusCode()).isEqualTo(200);

    assertThat(customer.delete(chat.path("/members/eve")).statusCode()).isEqualTo(200);
    assertThat(eve.get(path, "If-None-Match", tag).statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsNoPictureOrTooLargeIsRefused() {
    byte[] html = "<html>".getBytes(StandardCharsets.UTF_8);
    assertThat(customer.post(chat.path("/attachments"), html, "image/png").statusCode())
        .isEqualTo(415);
    assertThat(customer.post(chat.path("/attachments"), html, "text/html").statusCode())
        .isEqualTo(415);
    byte[] large = Arrays.copyOf(LiveChat.PNG, 256 * 1024 + 1);
    assertThat(customer.post(chat.path("/attachments"), large, "image/png").statusCode())
        .isEqualTo(413);
  }

  @Test
  void badTextsAndPositionsChangeNothing() {
    for (String body : List.of("{}", "{\"text\":\"\"}", "{\"text\":7}", "[]", "nonsense")) {
      assertThat(customer.post(chat.path("/messages"), body).statusCode()).as(body).isEqualTo(400);
    }
    for (String position : List.of("x", "9", "0-other")) {
      String body = "{\"position\":\"" + position + "\"}";
      assertThat(customer.put(chat.path("/read-position"), body).statusCode())
          .as(position)
          .isEqualTo(400);
    }
    assertThat(chat.state().getString("position")).startsWith("0-");
  }

  @Test
  void whoIsRemovedHearsNothingMoreOverSse() {
    assertThat(customer.put(chat.path("/members/eve"), "").statusCode()).isEqualTo(200);
    try (EventStream stream = eve.stream(chat.path("/events"))) {
      stream.awaitEvent("hello");
      assertThat(customer.delete(chat.path("/members/eve")).statusCode()).isEqualTo(200);
      stream.awaitEnd();
      chat.say(customer, "she is gone");
      assertThat(stream.types()).doesNotContain("message");
    }
    assertThat(eve.get(chat.path("/events")).statusCode()).isEqualTo(403);
  }

  @Test
  void aFormerAgentWhoIsNotOfTheSupportHearsNothingMoreOverSse() {
    assertThat(sue.put(chat.path("/agent"), "{}").statusCode()).isEqualTo(200);
    ServiceClient withoutHerRole = ServiceClient.of("sue", "user");
    try (EventStream stream = withoutHerRole.stream(chat.path("/events"))) {
      stream.awaitEvent("hello");
      assertThat(sue.put(chat.path("/agent"), "{\"userId\":\"tom\"}").statusCode()).isEqualTo(200);
      stream.awaitEnd();
      assertThat(stream.types()).containsExactly("hello");
    }
  }

  @Test
  void aPageThatWaitsIsNotForHimWhoIsRemoved() {
    assertThat(customer.put(chat.path("/members/eve"), "").statusCode()).isEqualTo(200);
    String seen = chat.state().getString("position");
    CompletableFuture<HttpResponse<String>> page =
        CompletableFuture.supplyAsync(
            () -> eve.get(chat.path("/messages?types=message&wait=20&after=" + seen)));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> live.ifOpen("chat/" + chat.id()).orElseThrow().listeners() == 1);
    assertThat(customer.delete(chat.path("/members/eve")).statusCode()).isEqualTo(200);
    assertThat(page.join().statusCode()).isEqualTo(403);
  }
}
