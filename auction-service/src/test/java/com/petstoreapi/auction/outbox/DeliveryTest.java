package com.petstoreapi.auction.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.Announcement;
import com.petstoreapi.auction.Announcement.Kind;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Bidding;
import com.petstoreapi.auction.support.Database;
import com.petstoreapi.auction.watch.WatchLists;
import com.petstoreapi.auction.watch.store.JdbcWatchLists;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.tracing.Tracing;
import com.petstoreapi.realtime.value.Uuid7;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private final Database database = Database.empty();
  private final Outbox outbox = new Outbox(database.transactions(), new Uuid7(Clock.systemUTC()));
  private final ACourier courier = new ACourier();
  private final WatchLists nobodyWatches = new JdbcWatchLists(database.transactions());
  private final Delivery delivery = new Delivery(outbox, nobodyWatches, courier, Tracing.OFF);

  private final Bidding visible = AnAuction.of().underWay().bid("ann", "10");
  private final Bidding anonymous = AnAuction.of().anonymous().underWay().bid("ann", "10");

  @Test
  void whatWasPutInTogetherGoesInItsOrder() throws Exception {
    announce(IntStream.range(0, 150).mapToObj(i -> outbid("user-" + i)));
    announce(IntStream.range(150, 300).mapToObj(i -> outbid("user-" + i)));
    deliverAll();

    assertThat(courier.arrived())
        .extracting(Notice::audience)
        .containsExactlyElementsOf(IntStream.range(0, 300).mapToObj(i -> "user-" + i).toList());
    assertThat(courier.journeys()).hasSize(1);
  }

  @Test
  void aSaleGoesByItselfBetweenWhatIsBeforeAndBehindIt() throws Exception {
    announce(Stream.of(outbid("a"), outbid("b"), sold(visible), outbid("c"), unsold()));
    deliverAll();

    assertThat(courier.journeys())
        .extracting(journey -> journey.stream().map(Notice::type).toList())
        .containsExactly(
            List.of("outbid", "outbid"),
            List.of("auction-end", "auction-won"),
            List.of("outbid", "auction-end"));
    assertThat(outbox.first(10)).isEmpty();
  }

  @Test
  void aSaleTellsAllOfTheEndAndTheWinnerOfHisLuck() throws Exception {
    announce(Stream.of(sold(visible)));
    Parcel parcel = outbox.first(1).get(0);
    deliverAll();

    assertThat(courier.sales())
        .containsExactly(
            new Sold(
                "019b4132",
                "ann",
                List.of(
                    new Notice(parcel.id() + ".end", "auction-end", "", parcel.data()),
                    new Notice(parcel.id() + ".won", "auction-won", "ann", parcel.data()))));
  }

  @Test
  void anAnonymousBuyerIsNamedToNobody() throws Exception {
    announce(Stream.of(sold(anonymous)));
    deliverAll();

    Sold sale = courier.sales().get(0);
    assertThat(sale.buyer()).isEqualTo(AnAuction.PSEUDONYMS.of("ann"));
    assertThat(sale.told()).extracting(Notice::audience).containsExactly("", "ann");
    assertThat(sale.told()).extracting(Notice::data).noneMatch(data -> data.contains("\"ann\""));
  }

  @Test
  void whatIsInvalidIsSetAsideAndTheRestArrives() throws Exception {
    courier.receiverFindsInvalid("user-77");
    announce(IntStream.range(0, 200).mapToObj(i -> outbid("user-" + i)));
    deliverAll();

    assertThat(courier.arrived()).hasSize(199).extracting(Notice::audience).doesNotHaveDuplicates();
    assertThat(outbox.first(10)).isEmpty();
    assertThat(outbox.backlog()).isEqualTo(new Backlog(0, 1, Duration.ZERO));
  }

  @Test
  void aSaleThatIsInvalidHoldsUpNobody() throws Exception {
    courier.receiverFindsInvalid("auction-won");
    announce(Stream.of(sold(visible), outbid("b")));
    deliverAll();

    assertThat(courier.arrived()).extracting(Notice::type).containsExactly("outbid");
    assertThat(outbox.backlog().setAside()).isEqualTo(1);
  }

  @Test
  void whatWasSetAsideGoesOnceAnOperatorSaysSo() throws Exception {
    courier.receiverFindsInvalid("user-1");
    announce(Stream.of(outbid("user-1")));
    deliverAll();

    execute("UPDATE outbox SET refused = ''");
    assertThat(outbox.first(10)).extracting(Parcel::audience).containsExactly("user-1");
  }

  @Test
  void whatHadArrivedBeforeAFailureIsNotBroughtAgain() {
    announce(Stream.of(outbid("a"), sold(visible)));
    Delivery failing =
        new Delivery(
            outbox,
            nobodyWatches,
            new Courier() {
              @Override
              public void publish(List<Notice> notices) throws NotDelivered, Refused {
                courier.publish(notices);
              }

              @Override
              public void sell(Sold sold) throws NotDelivered {
                throw new NotDelivered("away");
              }
            },
            Tracing.OFF);

    assertThatExceptionOfType(NotDelivered.class)
        .isThrownBy(() -> failing.deliver(outbox.first(10)));
    assertThat(outbox.first(10)).extracting(Parcel::type).containsExactly("auction-sold");
  }

  @Test
  void whatWaitedBeforeThereWereSalesGoesAsItWas() throws Exception {
    Database old = Database.at("2");
    execute(
        old,
        "INSERT INTO outbox (id, at, type, audience, data) VALUES"
            + " ('p-1', CURRENT_TIMESTAMP, 'auction-end', '', '{}'),"
            + " ('p-2', CURRENT_TIMESTAMP, 'auction-won', 'ann', '{}')");
    old.migrate();
    Outbox kept = new Outbox(old.transactions(), new Uuid7(Clock.systemUTC()));
    new Delivery(kept, nobodyWatches, courier, Tracing.OFF).deliver(kept.first(10));

    assertThat(courier.arrived())
        .containsExactly(
            new Notice("p-1", "auction-end", "", "{}"),
            new Notice("p-2", "auction-won", "ann", "{}"));
  }

  @Test
  void theBacklogTellsHowMuchWaitsAndForHowLong() throws Exception {
    assertThat(outbox.backlog()).isEqualTo(Backlog.NONE);

    announce(Stream.of(outbid("a"), outbid("b")));
    execute("UPDATE outbox SET at = DATEADD(MINUTE, -2, at) WHERE audience = 'a'");
    assertThat(outbox.backlog().waiting()).isEqualTo(2);
    assertThat(outbox.backlog().oldest())
        .isBetween(Duration.ofMinutes(2).minusSeconds(1), Duration.ofMinutes(4));
  }

  private void deliverAll() throws NotDelivered {
    delivery.deliver(outbox.first(1_000));
  }

  private Announcement outbid(String user) {
    return new Announcement(Kind.OUTBID, Audience.only(user), visible.auction());
  }

  private Announcement unsold() {
    return new Announcement(
        Kind.ENDED, Audience.EVERYONE, AnAuction.of().underWay().byTheEnd().auction());
  }

  private static Announcement sold(Bidding bidding) {
    return new Announcement(Kind.SOLD, Audience.only("ann"), bidding.byTheEnd().auction());
  }

  /** In one transaction. */
  private void announce(Stream<Announcement> announcements) {
    database
        .journal(Clock.systemUTC())
        .append("auctions", commit -> outbox.make(commit, announcements.toList()));
  }

  private void execute(String sql) throws SQLException {
    execute(database, sql);
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
