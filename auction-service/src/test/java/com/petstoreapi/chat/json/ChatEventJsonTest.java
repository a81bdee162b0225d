package com.petstoreapi.chat.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.chat.ChatEvent;
import com.petstoreapi.chat.ChatEvent.AgentAssigned;
import com.petstoreapi.chat.ChatEvent.MemberLeft;
import com.petstoreapi.chat.ChatEvent.Said;
import com.petstoreapi.chat.ChatEvent.Shown;
import com.petstoreapi.chat.Picture;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Draft;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatEventJsonTest {
  @Test
  void aMessageIsWhoWhatAndWhen() {
    Draft draft = draft(new Said("carl", "hello\n\"sue\""));
    assertThat(draft.type()).isEqualTo("message");
    assertThat(draft.subject()).isEqualTo("carl");
    assertThat(draft.data())
        .isEqualTo(
            "{\"from\":\"carl\",\"text\":\"hello\\n\\\"sue\\\"\",\"at\":\"1970-01-01T00:00:00.000Z\"}");
  }

  @Test
  void aPictureIsToldWithoutItsBytes() {
    Draft draft = draft(new Shown("carl", new Picture("a-1", "image/png", 17)));
    assertThat(draft.type()).isEqualTo("attachment");
    assertThat(draft.data())
        .startsWith(
            "{\"from\":\"carl\",\"attachmentId\":\"a-1\",\"contentType\":\"image/png\",\"bytes\":17");
    assertThat(ChatEventJson.pictureId(draft.data())).isEqualTo("a-1");
  }

  @Test
  void whatHappensToPeopleNamesThem() {
    assertThat(ChatEventJson.userId(draft(new MemberLeft("dan")).data())).contains("dan");
    Draft waiting = draft(new AgentAssigned(Optional.empty()));
    assertThat(waiting.data()).startsWith("{\"userId\":null,");
    assertThat(ChatEventJson.userId(waiting.data())).isEmpty();
  }

  @Test
  void aLetterHasTheBeginningOfTheTextOnOneLine() {
    String letter = ChatEventJson.letter("r-1", "carl", "Dear Sue,\n\n" + "x".repeat(200));
    String preview = JsonText.parse(letter).asJsonObject().getString("preview");
    assertThat(preview).startsWith("Dear Sue, xxx").hasSize(100);
    assertThat(letter).startsWith("{\"roomId\":\"r-1\",\"from\":\"carl\",");
  }

  @Test
  void aLetterCutsNoCharacterInHalf() {
    String letter = ChatEventJson.letter("r-1", "carl", "x".repeat(99) + "\uD83D\uDE00 more");
    assertThat(JsonText.parse(letter).asJsonObject().getString("preview"))
        .isEqualTo("x".repeat(99));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'hello'", "'two\\nlines\\tand a tab'", "'\\ud83d\\ude00'"})
  void takesTextOfSeveralLines(String text) {
    assertThat(read(text)).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "' \\n '", "'bell\\u0007'", "'nul\\u0000'", "'half\\ud83d'", "7"})
  void refusesWhatIsNoText(String text) {
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read(text));
  }

  @Test
  void thereIsAMostOfCharacters() {
    assertThat(read("'" + "x".repeat(4_000) + "'")).hasSize(4_000);
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read("'" + "x".repeat(4_001) + "'"));
  }

  private static String read(String text) {
    return ChatEventJson.text(JsonText.parseObject(("{'text':" + text + "}").replace('\'', '"')));
  }

  private static Draft draft(ChatEvent event) {
    return ChatEventJson.draft(event, Instant.EPOCH);
  }
}
