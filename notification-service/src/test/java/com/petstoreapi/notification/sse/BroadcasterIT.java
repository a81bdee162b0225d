package com.petstoreapi.notification.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.edge.sse.SseStreams;
import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.notification.support.EventStream;
import com.petstoreapi.notification.support.ServiceClient;
import com.petstoreapi.notification.support.Shipped;
import com.petstoreapi.realtime.delivery.Heartbeats;
import com.petstoreapi.realtime.delivery.LiveStreams;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The container's broadcaster wakes every stream by itself: here the heart stands still, which
 * would otherwise do so within a second.
 */
@ExtendWith(ArquillianExtension.class)
class BroadcasterIT {
  @Inject private Heartbeats heartbeats;
  @Inject private LiveStreams streams;
  @Inject private SseStreams sseStreams;

  private ServiceClient shop;

  @Deployment
  static WebArchive deployment() {
    return Shipped.war();
  }

  @BeforeEach
  void stopTheHeart() {
    heartbeats.close();
    shop = ServiceClient.of("shop", "publisher");
  }

  /** A server does not stop well with streams that nobody reads. */
  @AfterEach
  void waitUntilEverybodyHasLeft() {
    await().atMost(Duration.ofSeconds(20)).until(() -> publish("bye") && sseStreams.open() == 0);
  }

  @Test
  void wakesEveryStreamForEveryEvent() {
    List<EventStream> opened =
        Stream.of("ann", "bob", "eve")
            .map(user -> ServiceClient.of(user, "user").stream(""))
            .toList();
    opened.forEach(stream -> stream.awaitEvent("hello"));
    for (int i = 0; i < 20; i++) {
      String type = "wake-" + i;
      publish(type);
      opened.forEach(stream -> stream.awaitEvent(type));
    }
    opened.forEach(EventStream::close);
  }

  @Test
  void listensOnceForAllStreams() {
    ServiceClient ann = ServiceClient.of("ann", "user");
    try (EventStream one = ann.stream("");
        EventStream other = ann.stream("")) {
      one.awaitEvent("hello");
      other.awaitEvent("hello");
      assertThat(streams.stream(NotificationStream.NAME).listeners()).isEqualTo(1);
    }
  }

  private boolean publish(String type) {
    String event = "{\"type\":\"" + type + "\",\"data\":{}}";
    return shop.post("/v1/notifications", event).statusCode() == 201;
  }
}
