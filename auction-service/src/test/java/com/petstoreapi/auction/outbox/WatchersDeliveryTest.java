package com.petstoreapi.auction.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.Announcement;
import com.petstoreapi.auction.Announcement.Kind;
import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Database;
import com.petstoreapi.auction.watch.WatchLists;
import com.petstoreapi.auction.watch.store.JdbcWatchLists;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.tracing.Tracing;
import com.petstoreapi.realtime.value.Names;
import com.petstoreapi.realtime.value.Uuid7;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One row of the outbox reaches each who watches the pet, however many they are. */
class WatchersDeliveryTest {
  private final Database database = Database.empty();
  private final Outbox outbox = new Outbox(database.transactions(), new Uuid7(Clock.systemUTC()));
  private final WatchLists lists = new JdbcWatchLists(database.transactions());
  private final ACourier courier = new ACourier();
  private final Delivery delivery = new Delivery(outbox, lists, courier, Tracing.OFF);
  private final OutboxRelay relay = new OutboxRelay(outbox, delivery, () -> true);
  private final Auction rex = AnAuction.of().underWay().byTheClock().auction();

  @Test
  void eachWhoWatchesIsToldAndNobodyElse() throws Exception {
    lists.add("ann", "019b4132");
    lists.add("bob", "019b4132");
    lists.add("cid", "luna");
    announce(opened(), endingSoon());
    relay.deliverAll();

    assertThat(courier.arrived())
        .extracting(notice -> notice.type() + " " + notice.audience())
        .containsExactly(
            "auction-opened ann",
            "auction-opened bob",
            "auction-ending-soon ann",
            "auction-ending-soon bob");
    assertThat(outbox.first(10)).isEmpty();
  }

  @Test
  void whatNobodyWatchesIsToldToNobodyAndDone() {
    announce(opened());
    relay.deliverAll();

    assertThat(courier.journeys()).isEmpty();
    assertThat(outbox.first(10)).isEmpty();
  }

  @Test
  void theManyAreToldAThousandAtATimeByTheirIds() throws Exception {
    watchedBy(2_500);
    announce(opened());
    relay.deliverAll();

    assertThat(courier.journeys()).extracting(List::size).containsExactly(1_000, 1_000, 500);
    assertThat(courier.arrived()).extracting(Notice::audience).isSorted().doesNotHaveDuplicates();
    assertThat(courier.arrived()).extracting(Notice::id).doesNotHaveDuplicates();
    assertThat(courier.arrived()).extracting(Notice::id).allMatch(Names::isId);
    assertThat(outbox.first(10)).isEmpty();
  }

  @Test
  void aWholeNumberOfPagesIsDoneAsWell() throws Exception {
    watchedBy(2_000);
    announce(opened());
    relay.deliverAll();

    assertThat(courier.arrived()).hasSize(2_000);
    assertThat(outbox.first(10)).isEmpty();
  }

  @Test
  void theManyHoldUpNobodyForLongerThanAThousand() throws Exception {
    watchedBy(2_500);
    announce(opened(), outbid("ann"));
    relay.deliverAll();

    assertThat(courier.journeys()).extracting(List::size).containsExactly(1_000, 1, 1_000, 500);
  }

  @Test
  void afterAFailureItGoesOnWhereItWas() throws Exception {
    watchedBy(2_500);
    announce(opened());
    delivery.deliver(outbox.first(10));
    courier.receiverIsAway(true);
    relay.deliverAll();
    courier.receiverIsAway(false);
    relay.deliverAll();

    assertThat(courier.journeys()).extracting(List::size).containsExactly(1_000, 1_000, 500);
  }

  @Test
  void whatIsRepeatedBearsTheSameIds() throws Exception {
    watchedBy(1_500);
    announce(opened());
    List<Parcel> asItWas = outbox.first(10);
    relay.deliverAll();
    List<Notice> first = courier.arrived();
    delivery.deliver(asItWas); // a node that was killed before it could put down how far it came

    assertThat(courier.arrived().subList(1_500, 2_500)).isEqualTo(first.subList(0, 1_000));
  }

  @Test
  void aNodeThatIsBehindDoesNotTakeAnotherBack() throws Exception {
    watchedBy(2_500);
    announce(opened());
    List<Parcel> asItWas = outbox.first(10);
    delivery.deliver(asItWas);
    delivery.deliver(outbox.first(10));
    String reached = outbox.first(10).get(0).reached();
    delivery.deliver(asItWas);

    assertThat(outbox.first(10).get(0).reached()).isEqualTo(reached);
  }

  @Test
  void twoAnnouncementsToTheSameUserHaveIdsOfTheirOwn() throws Exception {
    lists.add("ann", "019b4132");
    announce(opened(), endingSoon());
    relay.deliverAll();

    Set<String> ids = new HashSet<>(courier.arrived().stream().map(Notice::id).toList());
    assertThat(ids).hasSize(2);
  }

  @Test
  void whereOneIsRefusedTheOthersAreToldAllTheSame() throws Exception {
    watchedBy(100);
    courier.receiverFindsInvalid("user-00042");
    announce(opened());
    relay.deliverAll();

    assertThat(courier.arrived()).hasSize(99);
    assertThat(outbox.first(10)).isEmpty();
    assertThat(outbox.backlog().setAside()).isZero();
  }

  @Test
  void whileTheReceiverIsAwayItWaits() {
    lists.add("ann", "019b4132");
    announce(opened());
    courier.receiverIsAway(true);

    assertThatExceptionOfType(NotDelivered.class)
        .isThrownBy(() -> delivery.deliver(outbox.first(10)));
    assertThat(outbox.first(10)).hasSize(1);
  }

  private Announcement opened() {
    return new Announcement(Kind.OPENED, Audience.EVERYONE, rex);
  }

  private Announcement endingSoon() {
    return new Announcement(Kind.ENDING_SOON, Audience.EVERYONE, rex);
  }

  private Announcement outbid(String user) {
    return new Announcement(Kind.OUTBID, Audience.only(user), rex);
  }

  private void announce(Announcement... announcements) {
    database
        .journal(Clock.systemUTC())
        .append("auctions", commit -> outbox.make(commit, List.of(announcements)));
  }

  private void watchedBy(int users) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO watch SELECT 'user-' || LPAD(x, 5, '0'), '019b4132', CURRENT_TIMESTAMP"
              + " FROM SYSTEM_RANGE(1, "
              + users
              + ") AS numbers (x)");
    }
  }
}
