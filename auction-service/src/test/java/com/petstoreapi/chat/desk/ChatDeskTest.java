package com.petstoreapi.chat.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.petstoreapi.auction.support.AtOnce;
import com.petstoreapi.chat.ListedRoom;
import com.petstoreapi.chat.Room;
import com.petstoreapi.chat.RoomQuery;
import com.petstoreapi.chat.RoomStatus;
import com.petstoreapi.chat.StoredPicture;
import com.petstoreapi.chat.Visitor;
import com.petstoreapi.chat.store.OpenRooms;
import com.petstoreapi.chat.support.HelpDesk;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ChatDeskTest {
  private static final Visitor CARL = new Visitor("carl", false, false);
  private static final Visitor SUE = new Visitor("sue", true, false);
  private static final Visitor TOM = new Visitor("tom", true, false);
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a00");

  private final HelpDesk help = new HelpDesk();
  private final String id = help.open("carl");

  @Test
  void aRoomIsFoundAsItWasOpened() {
    Room room = help.rooms().get(id).room();
    assertThat(room.customer()).isEqualTo("carl");
    assertThat(room.subject()).contains("Rex");
    assertThat(room.status()).isEqualTo(RoomStatus.WAITING);
    assertThat(help.rooms().find("unknown")).isEmpty();
    assertThat(help.rooms().find("no id at all")).isEmpty();
  }

  @Test
  void whatIsSaidUnderAKeyIsSaidOnce() {
    String first = help.desk().say(id, "carl", "hello", HelpDesk.key("carl", "k-1")).join();
    String again = help.desk().say(id, "carl", "hello", HelpDesk.key("carl", "k-1")).join();
    assertThat(again).isEqualTo(first);
    assertThat(events()).hasSize(1);
    assertThat(code(help.desk().say(id, "carl", "other", HelpDesk.key("carl", "k-1"))))
        .isEqualTo(ErrorCode.IDEMPOTENCY_CONFLICT);
  }

  @Test
  void ofTwoWhoTakeItOneWins() {
    help.desk().assign(id, SUE, Optional.of("sue"), HelpDesk.noKey()).join();
    assertThat(code(help.desk().assign(id, TOM, Optional.of("tom"), HelpDesk.noKey())))
        .isEqualTo(ErrorCode.INVALID_TRANSITION);
    assertThat(help.rooms().get(id).room().agent()).contains("sue");
    assertThat(events()).extracting(Event::type).containsExactly("agent-assigned");
  }

  @Test
  void whoIsAwayGetsALetterAndWhoIsHereDoesNot() {
    help.desk().assign(id, SUE, Optional.of("sue"), HelpDesk.noKey()).join();
    help.desk().add(id, CARL, "dan", HelpDesk.noKey()).join();
    help.arrives("dan");
    help.say(id, "carl", "hello");
    assertThat(help.letters()).containsExactly("chat-message to sue");
  }

  @Test
  void whoIsRemovedIsShownOutWhenThatIsCommitted() {
    help.desk().add(id, CARL, "dan", HelpDesk.noKey()).join();
    assertThat(help.dismissed()).isEmpty();
    help.desk().remove(id, CARL, "dan", HelpDesk.noKey()).join();
    assertThat(help.dismissed()).containsExactly("dan from chat/" + id);
    assertThat(help.rooms().get(id).room().members()).isEmpty();
  }

  @Test
  void aCustomerHasSoManyOpenRooms() {
    for (int i = 1; i < Room.MOST_OPEN; i++) {
      help.open("carl");
    }
    Inquiry inquiry = new Inquiry(Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(code(help.desk().open("carl", inquiry, HelpDesk.noKey())))
        .isEqualTo(ErrorCode.LIMIT_REACHED);
    help.desk().close(id, CARL, HelpDesk.noKey()).join();
    help.open("carl");
    assertThat(code(help.desk().reopen(id, CARL, HelpDesk.noKey())))
        .isEqualTo(ErrorCode.LIMIT_REACHED);
  }

  @Test
  void aCustomerWhoReopensSeveralAtOnceHasNoMoreOpenRooms() {
    List<String> closed = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      closed.add(help.open("carl"));
      help.desk().close(closed.get(i), CARL, HelpDesk.noKey()).join();
    }
    for (int i = 1; i < Room.MOST_OPEN - 1; i++) {
      help.open("carl");
    }
    AtOnce<String> reopened =
        AtOnce.with(closed, room -> help.desk().reopen(room, CARL, HelpDesk.noKey()).join());
    assertThat(reopened.results()).hasSize(1);
    assertThat(reopened.refusals())
        .hasSize(7)
        .allMatch(refusal -> refusal.code() == ErrorCode.LIMIT_REACHED);
  }

  @Test
  void aPictureIsKeptAsLongAsItsEvent() throws SQLException {
    StoredPicture picture = StoredPicture.of("a-1", PNG);
    help.desk().show(id, "carl", picture, HelpDesk.noKey()).join();
    StoredPicture later = StoredPicture.of("a-2", PNG);
    help.desk().show(id, "carl", later, HelpDesk.noKey()).join();
    String other = help.open("dora");
    help.desk().show(other, "dora", picture, HelpDesk.noKey()).join();
    assertThat(help.rooms().picture(id, "a-1").orElseThrow().content()).isEqualTo(PNG);
    assertThat(help.rooms().forgetPictures(10)).isZero();

    try (Connection connection = help.database().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE stream SET oldest = 2 WHERE name = 'chat/" + id + "'");
    }
    assertThat(help.rooms().forgetPictures(10)).isEqualTo(1);
    assertThat(help.rooms().picture(id, "a-1")).isEmpty();
    assertThat(help.rooms().picture(id, "a-2")).isPresent();
    assertThat(help.rooms().picture(other, "a-1")).isPresent();
    assertThat(help.rooms().forgetPictures(10)).isZero();
  }

  @Test
  void readingGoesForwardAndWhatOthersWroteAfterItIsUnread() {
    help.desk().assign(id, SUE, Optional.of("sue"), HelpDesk.noKey()).join();
    Position first = Position.parse(help.say(id, "carl", "one")).orElseThrow();
    Position second = Position.parse(help.say(id, "carl", "two")).orElseThrow();
    help.say(id, "sue", "own words");

    assertThat(help.rooms().reading(id, "sue").unread()).isEqualTo(2);
    assertThat(help.rooms().read(id, "sue", second)).isTrue();
    assertThat(help.rooms().read(id, "sue", first)).isFalse();
    assertThat(help.rooms().reading(id, "sue").unread()).isZero();
    assertThat(help.rooms().readPositions(id)).containsExactly(Map.entry("sue", second));
  }

  @Test
  void theQueueIsInOrderAndEachSeesHisOwnRooms() {
    String second = help.open("dora");
    help.say(second, "dora", "hello");
    assertThat(ids(list("sue", true, ""))).containsExactly(id, second);
    help.desk().assign(id, SUE, Optional.of("sue"), HelpDesk.noKey()).join();
    help.desk().add(second, new Visitor("dora", false, false), "carl", HelpDesk.noKey()).join();

    assertThat(ids(list("sue", true, ""))).containsExactly(second);
    assertThat(ids(list("sue", false, ""))).containsExactly(id);
    assertThat(ids(list("carl", false, ""))).containsExactly(second, id);
    assertThat(ids(list("carl", false, second))).containsExactly(id);
    assertThat(list("carl", false, "").get(0).unread()).isEqualTo(1);
    assertThat(list("eve", false, "")).isEmpty();
    assertThat(help.rooms().waiting(10)).isEqualTo(1);
  }

  @Test
  void theHistoryIsTheLastEvents() {
    for (int i = 1; i <= 5; i++) {
      help.say(id, "carl", "text " + i);
    }
    assertThat(help.rooms().history(id, 4, 2)).extracting(Event::seq).containsExactly(3L, 4L);
    assertThat(help.rooms().history(id, 1, 50)).extracting(Event::seq).containsExactly(1L);
  }

  @Test
  void anOpenRoomKeepsItsHistory() {
    List<String> streams = List.of("chat/" + id, "chat/unknown", "auctions");
    assertThat(OpenRooms.streams(help.database().dataSource()).among(streams))
        .containsExactly("chat/" + id);
    help.desk().close(id, CARL, HelpDesk.noKey()).join();
    assertThat(OpenRooms.streams(help.database().dataSource()).among(streams)).isEmpty();
  }

  private List<ListedRoom> list(String user, boolean queue, String after) {
    return help.rooms().list(new RoomQuery(user, queue, Optional.empty(), after, 10));
  }

  private List<Event> events() {
    return help.journal().read("chat/" + id, 0, 100);
  }

  private static List<String> ids(List<ListedRoom> listed) {
    return listed.stream().map(one -> one.room().room().id()).toList();
  }

  private static ErrorCode code(CompletableFuture<String> answer) {
    return ((Refusal) catchThrowable(answer::join).getCause()).code();
  }
}
