package com.petstoreapi.auction.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.Actor;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Saleroom;
import com.petstoreapi.realtime.tracing.Tracing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
  private final Saleroom saleroom = new Saleroom();
  private final ACourier courier = new ACourier();
  private boolean ours = true;
  private final OutboxRelay relay =
      new OutboxRelay(
          saleroom.outbox(),
          new Delivery(saleroom.outbox(), saleroom.watchLists(), courier, Tracing.OFF),
          () -> ours);

  @BeforeEach
  void anAuctionIsSold() {
    saleroom.watchLists().add("wim", "019b4132");
    String id = saleroom.open(AnAuction.of().endingAt(Instant.now().plusSeconds(3_600)));
    saleroom.bid(id, "ann", "10");
    saleroom.bid(id, "bob", "20");
    saleroom.auctioneer().close(id, new Actor("admin", true), key -> Optional.empty()).join();
  }

  @Test
  void bringsWhatWasAnnouncedToThoseWhoShallKnow() {
    assertThat(relay.deliverAll()).isTrue();
    assertThat(courier.arrived())
        .extracting(notice -> notice.type() + " " + notice.audience())
        .containsExactly("auction-opened wim", "outbid ann", "auction-end ", "auction-won bob");
    assertThat(saleroom.outbox().first(10)).isEmpty();
  }

  @Test
  void leavesItToTheNodeWhoseWorkItIs() {
    ours = false;
    assertThat(relay.deliverAll()).isTrue();
    assertThat(courier.arrived()).isEmpty();

    ours = true;
    assertThat(relay.deliverAll()).isTrue();
    assertThat(courier.arrived()).hasSize(4);
  }

  @Test
  void keepsWhatCouldNotBeBrought() {
    courier.receiverIsAway(true);
    assertThat(relay.deliverAll()).isFalse();
    assertThat(saleroom.outbox().first(10))
        .extracting(Parcel::type)
        .containsExactly("auction-opened", "outbid", "auction-sold");

    courier.receiverIsAway(false);
    assertThat(relay.deliverAll()).isTrue();
    assertThat(courier.arrived()).hasSize(4);
  }

  @Test
  void bringsThemAgainUnderTheSameIdsWhenTheAnswerWasLost() {
    courier.answerIsLost(true);
    relay.deliverAll();
    courier.answerIsLost(false);
    relay.deliverAll();

    assertThat(courier.journeys()).hasSize(4);
    assertThat(courier.journeys().get(1)).isEqualTo(courier.journeys().get(0));
  }

  @Test
  void waitsLongerAndLongerBetweenTries() {
    BackOff backOff = new BackOff();
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      backOff.increase();
      waits.add(backOff.nextMillis());
    }
    assertThat(waits).containsExactly(200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 10_000L, 10_000L);
    backOff.reset();
    assertThat(backOff.isBackingOff()).isFalse();
  }
}
