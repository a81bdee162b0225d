package com.petstoreapi.chat.socket;

import static com.petstoreapi.socket.CommonMessages.POSITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.petstoreapi.chat.ChatEvent;
import com.petstoreapi.chat.ChatEvent.AgentAssigned;
import com.petstoreapi.chat.ChatEvent.Closed;
import com.petstoreapi.chat.ChatEvent.MemberJoined;
import com.petstoreapi.chat.ChatEvent.MemberLeft;
import com.petstoreapi.chat.ChatEvent.Reopened;
import com.petstoreapi.chat.ChatEvent.Said;
import com.petstoreapi.chat.ChatEvent.Shown;
import com.petstoreapi.chat.Picture;
import com.petstoreapi.chat.StoredPicture;
import com.petstoreapi.chat.Visitor;
import com.petstoreapi.chat.desk.ReadMarks;
import com.petstoreapi.chat.desk.Receipts;
import com.petstoreapi.chat.json.ChatEventJson;
import com.petstoreapi.chat.support.HelpDesk;
import com.petstoreapi.circle.Remark;
import com.petstoreapi.circle.Remarks;
import com.petstoreapi.circle.json.RemarkJson;
import com.petstoreapi.contract.Channel;
import com.petstoreapi.contract.Contract;
import com.petstoreapi.contract.Witness;
import com.petstoreapi.edge.asyncapi.AsyncApiDocument;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.presence.support.PresenceMessages;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.value.Uuid7;
import com.petstoreapi.socket.CommonMessages;
import com.petstoreapi.socket.FakeSocket;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said in chats is what the AsyncAPI document says, and all of it. */
class ChatContractTest {
  private static final Contract CONTRACT = Contract.of(AsyncApiDocument.read().toString());
  private static final Channel SOCKET = CONTRACT.channel("chat");
  private static final Set<String> OF_ALL_STREAMS =
      Set.of("hello", "heartbeat", "auth-expiring", "reset", "refused");
  private static final Picture PICTURE = new Picture("p-1", "image/png", 9);
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a00");
  private static final Visitor CARL = new Visitor("carl", false, false);
  private static final Visitor SUE = new Visitor("sue", true, false);

  private static final List<ChatEvent> EVENTS =
      List.of(
          new Said("carl", "When may Rex\nbe fetched?"),
          new Shown("carl", PICTURE),
          new AgentAssigned(Optional.of("sue")),
          new AgentAssigned(Optional.empty()),
          new Closed("sue"),
          new Reopened("carl"),
          new MemberJoined("dan"),
          new MemberLeft("dan"));

  private final HelpDesk help = new HelpDesk();
  private final String room = help.open("carl");
  private final Remarks remarks = new Remarks(remark -> {}, System::nanoTime);

  ChatContractTest() {
    remarks.know(ChatListener.TYPING);
    remarks.know(ReadMarks.READ);
  }

  @Test
  void noKindOfEventIsForgottenHere() {
    assertThat(EVENTS.stream().<Class<?>>map(Object::getClass))
        .contains(ChatEvent.class.getPermittedSubclasses());
  }

  @Test
  void theSocketSaysWhatTheDocumentSays() {
    Witness witness = new Witness(SOCKET);
    CommonMessages.all().forEach(witness::told);
    CommonMessages.resets("roomId").forEach(witness::told);
    witness.told(PresenceMessages.one());
    EVENTS.forEach(event -> witness.told(CommonMessages.event(draft(event))));
    remarks().map(RemarkJson::message).forEach(witness::told);
    witness.told(CommonMessages.accepted(Receipts.said(POSITION)));
    witness.told(CommonMessages.accepted(Receipts.shown(PICTURE, POSITION)));
    witness.told(aLongHistory());

    assertThat(witness.unheard()).isEmpty();
  }

  @Test
  void soDoesTheStream() {
    Witness witness = new Witness(CONTRACT.channel("chatEvents"));
    EVENTS.stream()
        .map(ChatContractTest::draft)
        .forEach(draft -> witness.told(draft.type(), draft.data()));

    assertThat(witness.unheard()).isEqualTo(OF_ALL_STREAMS);
  }

  @Test
  void theExamplesOfWhatClientsSayAreUnderstood() {
    help.say(room, "carl", "first");
    try (FakeSocket socket = new FakeSocket()) {
      ChatListener listener = listener(socket);
      for (String type : SOCKET.saidTypes()) {
        SOCKET.saidExamples(type).stream()
            .map(example -> example.replace("17-k3f9", "1"))
            .filter(example -> CommonMessages.heard(example).isEmpty())
            .forEach(example -> assertUnderstood(listener, type, example));
      }
    }
  }

  private static void assertUnderstood(ChatListener listener, String type, String example) {
    JsonObject message = JsonText.parse(example).asJsonObject();
    assertThatCode(() -> listener.hear(type, message)).as(example).doesNotThrowAnyException();
  }

  private ChatListener listener(FakeSocket socket) {
    return new ChatListener(
        help.desk(),
        new ReadMarks(help.rooms(), remarks),
        help.rooms(),
        remarks,
        new Uuid7(Clock.systemUTC()),
        room,
        "carl",
        socket.answers(),
        () -> {});
  }

  /** With an event of each kind, an agent, a member, and somebody who has read. */
  private String aLongHistory() {
    help.say(room, "carl", "text");
    help.desk().show(room, "carl", StoredPicture.of("p-1", PNG), HelpDesk.noKey()).join();
    help.desk().close(room, CARL, HelpDesk.noKey()).join();
    help.desk().reopen(room, CARL, HelpDesk.noKey()).join();
    help.desk().add(room, CARL, "eve", HelpDesk.noKey()).join();
    help.desk().remove(room, CARL, "eve", HelpDesk.noKey()).join();
    help.desk().add(room, CARL, "dan", HelpDesk.noKey()).join();
    help.desk().assign(room, SUE, Optional.of("sue"), HelpDesk.noKey()).join();
    new ReadMarks(help.rooms(), remarks).set(room, "carl", "1");
    return new ChatStory(help.rooms(), room, () -> CARL).opening().message();
  }

  private static Stream<Remark> remarks() {
    return Stream.of(
        new Remark("chat/r-1", "sue", ChatListener.TYPING.name(), "{\"on\":true}"),
        new Remark("chat/r-1", "sue", ChatListener.TYPING.name(), ChatListener.TYPING.end()),
        new Remark("chat/r-1", "sue", ReadMarks.READ.name(), "{\"position\":\"17-k3f9\"}"));
  }

  private static Draft draft(ChatEvent event) {
    return ChatEventJson.draft(event, Instant.EPOCH);
  }
}
