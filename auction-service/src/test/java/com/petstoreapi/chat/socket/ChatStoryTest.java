package com.petstoreapi.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.chat.StoredPicture;
import com.petstoreapi.chat.Visitor;
import com.petstoreapi.chat.support.HelpDesk;
import com.petstoreapi.circle.socket.Story.Opening;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Event;
import jakarta.json.JsonObject;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ChatStoryTest {
  private static final Visitor CARL = new Visitor("carl", false, false);
  private static final Visitor DAN = new Visitor("dan", false, false);
  private static final Visitor SUE = new Visitor("sue", true, false);
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a00");

  private final HelpDesk help = new HelpDesk();
  private final String id = help.open("carl");

  @Test
  void beginsWithTheRoomAndTheLastOfWhatHappened() {
    for (int i = 1; i <= 60; i++) {
      help.say(id, "carl", "text " + i);
    }
    Opening opening = story(CARL).opening();
    JsonObject history = JsonText.parse(opening.message()).asJsonObject();
    List<JsonObject> messages = history.getJsonArray("messages").getValuesAs(JsonObject.class);
    assertThat(history.getString("type")).isEqualTo("history");
    assertThat(history.getJsonObject("room").getString("id")).isEqualTo(id);
    assertThat(messages).hasSize(50);
    assertThat(messages.get(0).getString("text")).isEqualTo("text 11");
    assertThat(messages.get(49).getString("position")).isEqualTo(opening.position().toString());
    assertThat(history.getString("position")).isEqualTo(opening.position().toString());
  }

  @Test
  void isToldToNobodyElse() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(story(DAN)::opening)
        .extracting(Refusal::code)
        .isEqualTo(ErrorCode.FORBIDDEN);
  }

  @Test
  void isToldNoLongerToOneWhoBelongsToTheSupportNoLonger() {
    AtomicReference<Visitor> now = new AtomicReference<>(SUE);
    ChatStory story = new ChatStory(help.rooms(), id, now::get);
    assertThat(story.opening().message()).contains(id);
    now.set(new Visitor("sue", false, false));
    assertThatExceptionOfType(Refusal.class).isThrownBy(story::opening);
  }

  @Test
  void endsForOneWhoWasRemovedUnlessHeIsBack() {
    help.desk().add(id, CARL, "dan", HelpDesk.noKey()).join();
    help.desk().remove(id, CARL, "dan", HelpDesk.noKey()).join();
    Event leaving = last();
    assertThat(story(DAN).dismisses(leaving)).isTrue();
    assertThat(story(CARL).dismisses(leaving)).isFalse();
    help.desk().add(id, CARL, "dan", HelpDesk.noKey()).join();
    assertThat(story(DAN).dismisses(leaving)).isFalse();
  }

  @Test
  void endsForTheFormerAgentOfARoomThatIsOpenedAgain() {
    help.desk().assign(id, SUE, Optional.of("sue"), HelpDesk.noKey()).join();
    help.desk().close(id, CARL, HelpDesk.noKey()).join();
    Event closing = last();
    help.desk().reopen(id, CARL, HelpDesk.noKey()).join();
    Visitor withoutHisRole = new Visitor("sue", false, false);
    assertThat(last().type()).isEqualTo("reopened");
    assertThat(story(withoutHisRole).dismisses(last())).isTrue();
    assertThat(story(withoutHisRole).dismisses(closing)).isFalse();
    assertThat(story(SUE).dismisses(last())).isFalse();
    assertThat(story(CARL).dismisses(last())).isFalse();
  }

  @Test
  void showsAPictureToTheOthersAndAnEmptyOneWhenItIsGone() {
    help.desk().show(id, "carl", StoredPicture.of("a-1", PNG), HelpDesk.noKey()).join();
    assertThat(story(CARL).binary(last())).isEmpty();
    assertThat(story(DAN).binary(last())).contains(PNG);

    Event other =
        new Event(
            9,
            last().at(),
            "attachment",
            last().audience(),
            "carl",
            last().data().replace("a-1", "a-2"));
    assertThat(story(DAN).binary(other)).contains(new byte[0]);
    help.say(id, "carl", "words");
    assertThat(story(DAN).binary(last())).isEmpty();
  }

  private ChatStory story(Visitor visitor) {
    return new ChatStory(help.rooms(), id, () -> visitor);
  }

  private Event last() {
    List<Event> all = help.journal().read("chat/" + id, 0, 100);
    return all.get(all.size() - 1);
  }
}
