package com.petstoreapi.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.auction.support.LiveChat;
import com.petstoreapi.auction.support.LiveSocket;
import com.petstoreapi.auction.support.ServiceClient;
import com.petstoreapi.auction.support.Shipped;
import com.petstoreapi.socket.Sockets;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The chat's socket as the container serves it. */
@ExtendWith(ArquillianExtension.class)
class ChatSocketIT {
  private static final String SAY = "{\"type\":\"message\",\"text\":\"%s\",\"key\":\"%s\"}";
  private static final String SHOW =
      "{\"type\":\"attachment\",\"contentType\":\"%s\",\"key\":\"%s\"}";

  @Inject private Sockets sockets;

  private final ServiceClient sue = ServiceClient.of("sue", "support");
  private final LiveChat chat = LiveChat.open().takenBy("sue");
  private final ServiceClient customer = chat.asCustomer();

  @Deployment
  static WebArchive deployment() {
    return Shipped.war();
  }

  @AfterEach
  void everybodyWhoHasLeftIsLetGo() {
    await().atMost(Duration.ofSeconds(20)).until(() -> sockets.open() == 0);
  }

  @Test
  void beginsWithTheHistoryAndWhoIsThere() {
    chat.say(customer, "hello");
    try (LiveSocket socket = chat.socket(sue, "")) {
      JsonObject history = socket.awaitMessage("history");
      assertThat(history.getJsonArray("messages")).hasSize(2);
      assertThat(history.getJsonArray("messages").toString())
          .contains("hello", "\"position\":\"2-");
      assertThat(history.getJsonObject("room").getString("agent")).isEqualTo("sue");
      assertThat(history.getString("position")).startsWith("2-");
      assertThat(socket.awaitMessage("presence").getJsonArray("join").toString()).contains("sue");
    }
  }

  @Test
  void whatIsSaidIsAcceptedAndToldToAll() {
    try (LiveSocket carl = chat.socket(customer, "");
        LiveSocket agent = chat.socket(sue, "")) {
      agent.awaitMessage("history");
      carl.send(SAY.formatted("hello", "k-1"));
      JsonObject accepted = carl.awaitMessage("accepted");
      assertThat(accepted.getString("key")).isEqualTo("k-1");
      JsonObject told = agent.awaitMessage("message");
      assertThat(told.getString("from")).isEqualTo(chat.customer());
      assertThat(told.getString("text")).isEqualTo("hello");
      assertThat(told.getString("position")).isEqualTo(accepted.getString("position"));
    }
  }

  @Test
  void typingAndReadingAreSeenByTheOthersAndTypingEndsByItself() {
    String position = chat.say(sue, "hello");
    try (LiveSocket carl = chat.socket(customer, "");
        LiveSocket agent = chat.socket(sue, "")) {
      agent.awaitMessage("history");
      carl.send("{\"type\":\"typing\",\"on\":true}");
      assertThat(agent.awaitMessage("typing", "true").getString("userId"))
          .isEqualTo(chat.customer());
      carl.send("{\"type\":\"read\",\"position\":\"" + position + "\"}");
      assertThat(agent.awaitMessage("read").getString("position")).isEqualTo(position);
      agent.awaitMessage("typing", "false");
      assertThat(carl.types()).doesNotContain("typing", "read");
    }
    assertThat(chat.state().getJsonObject("readPositions").getString(chat.customer()))
        .isEqualTo(position);
  }

  @Test
  void aPictureIsGivenOutToTheOthersAsItCame() {
    try (LiveSocket carl = chat.socket(customer, "");
        LiveSocket agent = chat.socket(sue, "")) {
      agent.awaitMessage("history");
      carl.send(SHOW.formatted("image/png", "k-1"));
      carl.send(LiveChat.PNG);
      JsonObject accepted = carl.awaitMessage("accepted");
      JsonObject told = agent.awaitMessage("attachment");
      assertThat(told.getString("attachmentId")).isEqualTo(accepted.getString("attachmentId"));
      assertThat(agent.awaitBinary()).isEqualTo(LiveChat.PNG);
    }
  }

  @Test
  void aPictureThatWasMissedComesWithWhatWasMissed() {
    String seen = chat.state().getString("position");
    customer.post(chat.path("/attachments"), LiveChat.PNG, "image/png");
    chat.say(customer, "see above");
    try (LiveSocket agent = chat.socket(sue, "?after=" + seen)) {
      agent.awaitMessage("resumed");
      assertThat(agent.types()).startsWith("attachment", "message", "resumed");
      assertThat(agent.awaitBinary()).isEqualTo(LiveChat.PNG);
    }
  }

  @Test
  void whatIsNotAnnouncedOrNotWhatItWasSaidToBeIsRefused() {
    try (LiveSocket carl = chat.socket(customer, "")) {
      carl.send(LiveChat.PNG);
      assertThat(carl.awaitMessage("error").getString("code")).isEqualTo("invalid-message");
      carl.send(SHOW.formatted("text/html", "k-1"));
      carl.awaitMessage("error", "k-1");
      carl.send(SHOW.formatted("image/gif", "k-2"));
      carl.send(LiveChat.PNG);
      assertThat(carl.awaitMessage("rejected", "k-2").getString("code"))
          .isEqualTo("invalid-message");
    }
  }

  @Test
  void aPictureThatIsTooLargeEndsTheSocket() {
    try (LiveSocket carl = chat.socket(customer, "")) {
      carl.send(SHOW.formatted("image/png", "k-1"));
      carl.send(Arrays.copyOf(LiveChat.PNG, 256 * 1024 + 1));
      assertThat(carl.awaitClose()).isEqualTo(1009);
    }
  }

  @Test
  void strangersAreToldNothing() {
    try (LiveSocket eve = chat.socket(ServiceClient.of("eve", "user"), "")) {
      assertThat(eve.awaitClose()).isEqualTo(4403);
      assertThat(eve.types()).containsExactly("error");
    }
  }

  @Test
  void theSupportLooksOnAndDoesNotWrite() {
    try (LiveSocket tom = chat.socket(ServiceClient.of("tom", "support"), "")) {
      tom.awaitMessage("history");
      tom.send(SAY.formatted("hello", "k-1"));
      assertThat(tom.awaitMessage("rejected").getString("code")).isEqualTo("forbidden");
      tom.send("{\"type\":\"typing\",\"on\":true}");
      assertThat(tom.awaitMessage("error").getString("code")).isEqualTo("forbidden");
    }
  }

  @Test
  void whoBelongsToTheSupportNoLongerIsShownOutWithHisNewerToken() {
    String token = ServiceClient.of("tom", "user").token();
    try (LiveSocket tom = chat.socket(ServiceClient.of("tom", "support"), "")) {
      tom.awaitMessage("history");
      tom.send("{\"type\":\"auth\",\"token\":\"" + token + "\"}");
      assertThat(tom.awaitClose()).isEqualTo(4403);
      assertThat(tom.awaitMessage("error").getString("code")).isEqualTo("forbidden");
    }
  }

  @Test
  void whoIsRemovedIsShownOutAndHearsNothingMore() {
    ServiceClient dan = ServiceClient.of("dan", "user");
    customer.put(chat.path("/members/dan"), "");
    try (LiveSocket socket = chat.socket(dan, "")) {
      socket.awaitMessage("history");
      customer.delete(chat.path("/members/dan"));
      chat.say(customer, "he is gone");
      assertThat(socket.awaitClose()).isEqualTo(4403);
      assertThat(socket.types()).doesNotContain("message");
    }
  }
}
