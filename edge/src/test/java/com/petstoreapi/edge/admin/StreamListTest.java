package com.petstoreapi.edge.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.edge.connection.Connections.Admission;
import com.petstoreapi.edge.connection.Delivery;
import com.petstoreapi.edge.identity.AccessToken;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.edge.settings.QuotaSettings;
import com.petstoreapi.edge.support.Database;
import com.petstoreapi.edge.support.DelegatingExecutor;
import com.petstoreapi.edge.support.History;
import com.petstoreapi.edge.support.ManualExecutor;
import com.petstoreapi.edge.support.MutableClock;
import com.petstoreapi.edge.support.Overloads;
import com.petstoreapi.edge.support.SilentOutlet;
import com.petstoreapi.realtime.delivery.Carrier;
import com.petstoreapi.realtime.delivery.Cursor;
import com.petstoreapi.realtime.delivery.Filter;
import com.petstoreapi.realtime.delivery.LaneBounds;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.delivery.Start;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamListTest {
  private final MutableClock clock = new MutableClock();
  private final LiveStreams streams = Database.create(clock).streams(Runnable::run);
  private final Connections connections =
      new Connections(new QuotaSettings(9, 9, 1, 1, 1), Overloads.none(), clock);
  private final StreamList list = new StreamList(streams, connections);
  private final Lanes lanes =
      new Lanes(
          new LaneBounds(1, 1, Duration.ofSeconds(5)),
          new DelegatingExecutor(new ManualExecutor()));

  @AfterEach
  void closeLanes() {
    lanes.close();
  }

  @Test
  void goesByNamePageByPage() {
    List.of("chat/1", "auction/2", "auction/1").forEach(streams::stream);
    List<StreamStanding> first = list.page("", 2);
    assertThat(first).extracting(StreamStanding::name).containsExactly("auction/1", "auction/2");
    assertThat(list.page("auction/2", 2))
        .extracting(StreamStanding::name)
        .containsExactly("chat/1");
    assertThat(list.page("chat/1", 2)).isEmpty();
  }

  @Test
  void tellsWhichConnectionIsFurthestBack() {
    LiveStream stream = streams.stream("auction/1");
    Cursor slow = open(stream);
    Cursor quick = open(stream);
    connections.admit(user(), Carrier.SSE, stream.name(), false); // not open yet
    append(3);
    quick.take(10, 1_000);
    slow.take(1, 1_000);

    StreamStanding standing = list.page("", 10).get(0);
    assertThat(standing.cursors()).isEqualTo(3);
    assertThat(standing.slowest().orElseThrow().position()).contains(slow.position());
    assertThat(standing.slowest().orElseThrow().lag()).isEqualTo(2);
    assertThat(standing.tailEvents()).isEqualTo(3);
    assertThat(standing.tailBytes()).isPositive();
    JsonObject json = AdminJson.stream(standing);
    assertThat(json.getString("head")).startsWith("3-");
    assertThat(json.getString("oldest")).startsWith("1-");
    assertThat(json.getJsonObject("slowest").getString("position")).startsWith("1-");
  }

  @Test
  void namesNobodyWhereNobodyListens() {
    streams.stream("auction/1");
    StreamStanding standing = list.page("", 10).get(0);
    assertThat(standing.slowest()).isEmpty();
    assertThat(AdminJson.stream(standing).containsKey("slowest")).isFalse();
  }

  private Cursor open(LiveStream stream) {
    Cursor cursor = new Cursor(stream, Filter.of("ann"), new Start.Live());
    Admission admission = connections.admit(user(), Carrier.SSE, stream.name(), false);
    admission.show(
        new Delivery(
            lanes.connect(new SilentOutlet(), () -> {}), stream, cursor::position, cursor::behind));
    return cursor;
  }

  private void append(int events) {
    streams
        .writer("auction/1")
        .submit(
            commit -> {
              for (int i = 0; i < events; i++) {
                commit.append(History.event("bid"));
              }
              return "";
            })
        .join();
  }

  private static UserPrincipal user() {
    return new UserPrincipal(
        new AccessToken("ann", Set.of("user"), Instant.MAX), "192.0.2.1", "request-1");
  }
}
