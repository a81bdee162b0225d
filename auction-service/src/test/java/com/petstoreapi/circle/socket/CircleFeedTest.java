package com.petstoreapi.circle.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.support.Database;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.delivery.Coalescing;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.realtime.delivery.TailBounds;
import com.petstoreapi.realtime.delivery.WriterBounds;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CircleFeedTest {
  private static final byte[] BYTES = {1, 2, 3};

  private final LiveStreams streams =
      new LiveStreams(
          Database.empty().journal(Clock.systemUTC()),
          new TailBounds(1_000, 1_000_000),
          new WriterBounds(500, 1_000),
          Runnable::run,
          Coalescing.none(Runnable::run));
  private final LiveStream stream = streams.stream("chat/1");
  private boolean member = true;
  private boolean away;

  @Test
  void beginsWithTheStateAndGoesOnFromThere() {
    happens("message");
    CircleFeed feed = feed("");
    assertThat(feed.hasBegun()).isFalse();
    happens("message");

    assertThat(taken(feed)).containsExactly("opening 1", "message 2");
    assertThat(feed.hasBegun()).isTrue();
    happens("closed");
    assertThat(taken(feed)).containsExactly("closed 3");
  }

  @Test
  void givesBackWhatWasMissedAndSaysSo() {
    happens("message");
    happens("message");
    CircleFeed feed = feed("1");
    assertThat(feed.hasBegun()).isFalse();

    assertThat(taken(feed)).containsExactly("message 2", "resumed 2");
    assertThat(feed.hasBegun()).isTrue();
  }

  @Test
  void tellsAResetAndTheStateWhereItCannotGoOn() {
    happens("message");
    assertThat(taken(feed("1-otherlife"))).containsExactly("reset null", "opening 1");
  }

  @Test
  void whatIsBinaryComesBeforeTheNextMessage() {
    happens("image");
    happens("message");
    happens("image");
    CircleFeed feed = feed("0");

    assertThat(types(feed.take())).containsExactly("image 1");
    assertThat(feed.position().seq()).isEqualTo(1);
    assertThat(feed.takeBinary()).contains(BYTES);
    assertThat(feed.takeBinary()).isEmpty();
    assertThat(feed.isBehind()).isTrue();
    assertThat(types(feed.take())).containsExactly("message 2", "image 3");
    assertThat(feed.takeBinary()).contains(BYTES);
    assertThat(types(feed.take())).containsExactly("resumed 3");
  }

  @Test
  void nothingIsToldToOneWhoIsNoMemberAnyMore() {
    CircleFeed feed = feed("");
    member = false;
    happens("member-left");
    happens("message");

    assertThat(taken(feed)).containsExactly("opening 0", "member-left 1");
    assertThat(feed.end()).contains(CloseCause.NOT_ALLOWED);
    assertThat(feed.take()).isEmpty();
  }

  @Test
  void whoCameBackMeanwhileReadsOn() {
    happens("member-left");
    happens("message");

    CircleFeed feed = feed("0");
    assertThat(taken(feed)).containsExactly("member-left 1", "message 2", "resumed 2");
    assertThat(feed.end()).isEmpty();
  }

  @Test
  void whatTheDatabaseCannotGiveNowIsToldLater() {
    happens("message");
    happens("image");
    CircleFeed feed = feed("0");
    away = true;

    assertThat(types(feed.take())).containsExactly("message 1");
    assertThat(feed.isBehind()).isTrue();
    assertThatExceptionOfType(JournalUnavailable.class).isThrownBy(feed::take);
    away = false;
    assertThat(types(feed.take())).containsExactly("image 2");
    assertThat(feed.takeBinary()).contains(BYTES);
  }

  private CircleFeed feed(String after) {
    return CircleFeed.asked(stream, "ann", Start.parse(after), new AStory());
  }

  private void happens(String type) {
    streams
        .writer("chat/1")
        .submit(commit -> commit.append(new Draft(type, Audience.EVERYONE, "", "{}")))
        .join();
  }

  private static List<String> taken(CircleFeed feed) {
    List<String> all = new ArrayList<>(feed.take());
    while (feed.isBehind()) {
      all.addAll(feed.take());
    }
    return types(all);
  }

  private static List<String> types(List<String> messages) {
    return messages.stream()
        .map(text -> JsonText.parse(text).asJsonObject())
        .map(message -> message.getString("type") + " " + seq(message))
        .toList();
  }

  private static String seq(JsonObject message) {
    String position = message.getString("position", null);
    return position == null ? null : position.substring(0, position.indexOf('-'));
  }

  private final class AStory implements Story {
    @Override
    public String idField() {
      return "roomId";
    }

    @Override
    public String id() {
      return "1";
    }

    @Override
    public Opening opening() {
      return new Opening(
          "{\"type\":\"opening\",\"position\":\"" + stream.head() + "\"}", stream.head());
    }

    @Override
    public boolean dismisses(Event event) {
      return event.type().equals("member-left") && !member;
    }

    @Override
    public Optional<byte[]> binary(Event event) {
      if (away && event.type().equals("image")) {
        throw new JournalUnavailable("away", null);
      }
      return event.type().equals("image") ? Optional.of(BYTES) : Optional.empty();
    }
  }
}
