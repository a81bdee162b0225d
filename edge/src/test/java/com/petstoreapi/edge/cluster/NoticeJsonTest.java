package com.petstoreapi.edge.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.cluster.Notice.Committed;
import com.petstoreapi.edge.cluster.Notice.UserToGo;
import com.petstoreapi.edge.cluster.Notice.Word;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Event;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeJsonTest {
  private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123Z");

  @Test
  void whatIsToldIsHeard() {
    Committed committed =
        new Committed(
            "auction/rex",
            18,
            List.of(event(17, Audience.EVERYONE, "{\"ü\":\"\\n€😀\"}"), event(18, only(), "{}")),
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    assertThat(NoticeJson.read(NoticeJson.write(committed))).contains(committed);
    for (Notice notice :
        List.of(
            new UserToGo("ann\"", ""),
            new UserToGo("ann\"", "chat/1"),
            new Word("remarks", "{\"on\":true}"))) {
      assertThat(NoticeJson.read(NoticeJson.write(notice))).contains(notice);
    }
  }

  @Test
  void largeEventsAreLeftToTheJournal() {
    String large = "{\"x\":\"" + "x".repeat(40_000) + "\"}";
    Committed committed =
        new Committed("s", 2, List.of(event(1, only(), large), event(2, only(), large)), "");
    assertThat(NoticeJson.read(NoticeJson.write(committed)))
        .contains(new Committed("s", 2, List.of(), ""));
  }

  @Test
  void whatNobodyFollowsIsToldAsOlderNodesTellIt() {
    Committed committed = new Committed("s", 2, List.of(), "");
    assertThat(NoticeJson.write(committed))
        .isEqualTo("{\"stream\":\"s\",\"head\":2,\"events\":[]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"somethingOfALaterVersion\":1}",
        "{\"stream\":\"s\"}",
        "{\"stream\":\"s\",\"head\":1.5,\"events\":[]}",
        "{\"stream\":\"s\",\"head\":1,\"events\":[{}]}",
        "{\"userToGo\":1}"
      })
  void whatItDoesNotUnderstandIsPassedOver(String text) {
    assertThat(NoticeJson.read(text)).isEmpty();
  }

  private static Event event(long seq, Audience audience, String data) {
    return new Event(seq, AT, "bid", audience, "rex", data);
  }

  private static Audience only() {
    return Audience.only("ann");
  }
}
