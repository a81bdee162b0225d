package com.petstoreapi.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.chat.desk.ReadMarks;
import com.petstoreapi.chat.support.HelpDesk;
import com.petstoreapi.circle.Remarks;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Uuid7;
import com.petstoreapi.socket.FakeSocket;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatListenerTest {
  private static final Refusal LATER = new Refusal(ErrorCode.RATE_LIMITED, "later");

  private final HelpDesk help = new HelpDesk();
  private final Remarks remarks = new Remarks(remark -> {}, System::nanoTime);
  private final FakeSocket socket = new FakeSocket();
  private final ChatListener listener =
      new ChatListener(
          help.desk(),
          new ReadMarks(help.rooms(), remarks),
          help.rooms(),
          remarks,
          new Uuid7(Clock.systemUTC()),
          help.open("carl"),
          "carl",
          socket.answers(),
          () -> {
            throw LATER;
          });

  @AfterEach
  void theSocketIsLetGo() {
    socket.close();
  }

  @Test
  void aPictureThatIsNotLookedAtTakesItsAnnouncementAlong() {
    announce("k-1");
    listener.unheard(LATER);
    socket.session().awaitText("\"key\":\"k-1\"");
    assertThat(socket.session().texts())
        .containsExactly(
            "{\"type\":\"error\",\"key\":\"k-1\",\"code\":\"rate-limited\",\"detail\":\"later\"}");
    assertThatThrownBy(() -> listener.hear(new byte[] {1}))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("announced");
  }

  @Test
  void whatNobodyAnnouncedIsAnsweredWithoutAKey() {
    assertThatThrownBy(() -> listener.unheard(LATER)).isSameAs(LATER);
  }

  @Test
  void aNewerTokenIsLookedAt() {
    assertThatThrownBy(listener::renewed).isSameAs(LATER);
  }

  private void announce(String key) {
    listener.hear(
        "attachment",
        JsonText.parse("{\"contentType\":\"image/png\",\"key\":\"" + key + "\"}").asJsonObject());
  }
}
