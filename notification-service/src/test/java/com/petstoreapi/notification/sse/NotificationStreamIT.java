package com.petstoreapi.notification.sse;

import static com.petstoreapi.notification.support.ServiceClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.edge.sse.SseStreams;
import com.petstoreapi.notification.support.EventStream;
import com.petstoreapi.notification.support.EventStream.Received;
import com.petstoreapi.notification.support.ServiceClient;
import com.petstoreapi.notification.support.Shipped;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stream as the container serves it; a heartbeat comes every second. */
@ExtendWith(ArquillianExtension.class)
class NotificationStreamIT {
  @Inject private SseStreams streams;

  private ServiceClient ann;
  private ServiceClient shop;

  @Deployment
  static WebArchive deployment() {
    return Shipped.war();
  }

  @BeforeEach
  void signIn() {
    ann = ServiceClient.of("ann", "user");
    shop = ServiceClient.of("shop", "publisher");
  }

  /** A server does not stop well with streams that nobody reads. */
  @AfterEach
  void waitUntilEverybodyHasLeft() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> publish("bye", "{}") != null && streams.open() == 0);
  }

  @Test
  void bearsHeadersThatNoProxyMistakes() {
    try (EventStream stream = ann.stream("")) {
      assertThat(stream.headers().firstValue("Content-Type").orElseThrow())
          .isEqualToIgnoringCase("text/event-stream;charset=UTF-8");
      assertThat(stream.headers().firstValue("Cache-Control"))
          .contains("no-cache, no-store, no-transform");
      assertThat(stream.headers().firstValue("X-Accel-Buffering")).contains("no");
      assertThat(stream.headers().firstValue("Content-Encoding")).isEmpty();
    }
  }

  @Test
  void beginsWithAHelloAndGoesOnWithWhatHappens() {
    try (EventStream stream = ann.stream("")) {
      Received hello = stream.awaitEvent("hello");
      assertThat(hello.data()).contains("\"heartbeatSeconds\":1", "\"userId\":\"ann\"", hello.id());
      String position = publish("live", "{\"a\":1}");
      assertThat(stream.awaitEvent("live")).isEqualTo(new Received(position, "live", "{\"a\":1}"));
    }
  }

  @Test
  void sendsOnlyTheTypesThatWereAskedFor() {
    try (EventStream stream = ann.stream("?types=wanted,also-wanted")) {
      stream.awaitEvent("hello");
      publish("unwanted", "{}");
      publish("wanted", "{}");
      publish("also-wanted", "{}");
      stream.awaitEvent("also-wanted");
      assertThat(stream.types()).containsExactly("hello", "wanted", "also-wanted");
    }
  }

  @Test
  void sendsOnlyWhatIsAboutThePetThatWasAskedFor() {
    try (EventStream stream = ann.stream("?petId=rex-7")) {
      stream.awaitEvent("hello");
      publish("of-another", "{\"petId\":\"kit-7\"}");
      publish("of-rex", "{\"petId\":\"rex-7\"}");
      stream.awaitEvent("of-rex");
      assertThat(stream.types()).containsExactly("hello", "of-rex");
    }
  }

  @Test
  void sendsNobodyWhatIsForAnother() {
    ServiceClient bob = ServiceClient.of("bob", "user");
    try (EventStream anns = ann.stream("");
        EventStream bobs = bob.stream("")) {
      anns.awaitEvent("hello");
      bobs.awaitEvent("hello");
      shop.post("/v1/notifications", "{\"type\":\"for-ann\",\"audience\":\"ann\",\"data\":{}}");
      publish("for-all", "{}");
      anns.awaitEvent("for-all");
      bobs.awaitEvent("for-all");
      assertThat(anns.types()).containsExactly("hello", "for-ann", "for-all");
      assertThat(bobs.types()).containsExactly("hello", "for-all");
    }
  }

  @Test
  void showsAnothersEventsToSupportAlone() {
    assertThat(ann.get("/v1/pets/notifications?userId=bob").statusCode()).isEqualTo(403);
    try (EventStream stream =
        ServiceClient.of("sue", "support").stream("?userId=bob&types=private")) {
      stream.awaitEvent("hello");
      shop.post("/v1/notifications", "{\"type\":\"private\",\"audience\":\"bob\",\"data\":{}}");
      stream.awaitEvent("private");
    }
  }

  @Test
  void resumesAfterTheLastEventOfAHeaderOrAParameter() {
    String before = publish("before", "{}");
    publish("missed-1", "{}");
    publish("missed-2", "{}");
    for (EventStream stream :
        List.of(
            ann.stream("", "Last-Event-ID", before),
            ann.stream("?lastEventId=" + before),
            ann.stream("?lastEventId=earliest", "Last-Event-ID", before))) {
      stream.awaitEvent("missed-2");
      assertThat(stream.types()).startsWith("hello", "missed-1", "missed-2");
      assertThat(stream.awaitEvent("hello").id()).isEqualTo(before);
      stream.close();
    }
  }

  @Test
  void beginsWithTheFirstEventOfAllWhenAskedFor() {
    publish("first-or-later", "{}");
    try (EventStream stream = ann.stream("?lastEventId=earliest")) {
      stream.awaitEvent("first-or-later");
      assertThat(stream.awaitEvent("hello").id()).startsWith("0-");
    }
  }

  @Test
  void tellsAResetAndGoesOnLive() {
    for (String[] position :
        new String[][] {
          {"1-zzzzzz", "unknown-epoch"}, {"999999999", "ahead"}, {"nonsense", "malformed"}
        }) {
      try (EventStream stream =
          ann.stream("?types=after-" + position[1], "Last-Event-ID", position[0])) {
        assertThat(stream.awaitEvent("reset").data())
            .contains("\"reason\":\"" + position[1] + "\"");
        publish("after-" + position[1], "{}");
        stream.awaitEvent("after-" + position[1]);
      }
    }
  }

  @Test
  void sendsHeartbeatsThatCarryThePosition() {
    try (EventStream stream = ann.stream("?types=nothing")) {
      stream.awaitEvent("hello");
      String position = publish("something", "{}");
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  stream.awaitEvents("heartbeat", 1).stream()
                      .anyMatch(beat -> beat.id().equals(position)));
    }
  }

  @Test
  void answersHeadWithTheHeadersAloneAndOpensNothing() {
    int open = streams.open();
    HttpResponse<String> answer = ann.head("/v1/pets/notifications");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    assertThat(answer.headers().firstValue("Cache-Control"))
        .contains("no-cache, no-store, no-transform");
    assertThat(streams.open()).isLessThanOrEqualTo(open);
  }

  @Test
  void beginsWithAsMuchPaddingAsWasAskedFor() {
    try (EventStream stream = ann.stream("?padding=2048")) {
      assertThat(stream.awaitComment()).hasSizeBetween(2_048, 2_060);
      stream.awaitEvent("hello");
    }
    assertThat(ann.get("/v1/pets/notifications?padding=99999").statusCode()).isEqualTo(400);
  }

  @Test
  void letsAStreamGoOnceItsClientHasLeft() {
    List<EventStream> opened =
        List.of(ann.stream("?types=nothing"), ann.stream("?types=nothing"), ann.stream(""));
    opened.forEach(stream -> stream.awaitEvent("hello"));
    assertThat(streams.open()).isGreaterThanOrEqualTo(3);
    opened.forEach(EventStream::close);
    await().atMost(Duration.ofSeconds(30)).until(() -> streams.open() == 0);
  }

  private String publish(String type, String data) {
    HttpResponse<String> answer =
        shop.post("/v1/notifications", "{\"type\":\"%s\",\"data\":%s}".formatted(type, data));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer).getString("position");
  }
}
