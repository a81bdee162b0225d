package com.petstoreapi.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.chat.ChatEvent.AgentAssigned;
import com.petstoreapi.chat.ChatEvent.Closed;
import com.petstoreapi.chat.ChatEvent.MemberJoined;
import com.petstoreapi.chat.ChatEvent.MemberLeft;
import com.petstoreapi.chat.ChatEvent.Reopened;
import com.petstoreapi.chat.ChatEvent.Said;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RoomRulesTest {
  private static final Visitor CARL = new Visitor("carl", false, false);
  private static final Visitor SUE = new Visitor("sue", true, false);
  private static final Visitor TOM = new Visitor("tom", true, false);
  private static final Visitor ADA = new Visitor("ada", false, true);
  private static final Visitor EVE = new Visitor("eve", false, false);

  private final Room waiting =
      Room.open("r-1", "carl", Optional.empty(), Optional.empty(), Instant.EPOCH);
  private final Room sues = RoomRules.assign(waiting, SUE, Optional.of("sue")).room();
  private final Room closed = RoomRules.close(sues, CARL).room();

  @Test
  void aNewRoomWaitsUntilSomebodyOfTheSupportTakesIt() {
    assertThat(waiting.status()).isEqualTo(RoomStatus.WAITING);
    Ruling taken = RoomRules.assign(waiting, SUE, Optional.of("sue"));
    assertThat(taken.event()).contains(new AgentAssigned(Optional.of("sue")));
    assertThat(taken.room().status()).isEqualTo(RoomStatus.ASSIGNED);
    assertThat(taken.room().agent()).contains("sue");
    refused(ErrorCode.FORBIDDEN, () -> RoomRules.assign(waiting, EVE, Optional.of("eve")));
    refused(ErrorCode.FORBIDDEN, () -> RoomRules.assign(waiting, CARL, Optional.of("carl")));
  }

  @Test
  void whoComesSecondIsTooLateButTakingTwiceIsTakingOnce() {
    refused(ErrorCode.INVALID_TRANSITION, () -> RoomRules.assign(sues, TOM, Optional.of("tom")));
    assertThat(RoomRules.assign(sues, SUE, Optional.of("sue")).event()).isEmpty();
  }

  @Test
  void theAgentOrAnAdminHandsItOnOrGivesItBack() {
    assertThat(RoomRules.assign(sues, SUE, Optional.of("tom")).room().agent()).contains("tom");
    assertThat(RoomRules.assign(sues, ADA, Optional.of("tom")).room().agent()).contains("tom");
    assertThat(RoomRules.assign(sues, SUE, Optional.empty()).room().status())
        .isEqualTo(RoomStatus.WAITING);
    refused(ErrorCode.FORBIDDEN, () -> RoomRules.assign(sues, TOM, Optional.empty()));
    refused(ErrorCode.FORBIDDEN, () -> RoomRules.assign(waiting, SUE, Optional.of("tom")));
  }

  @Test
  void nobodyLooksAfterHisOwn() {
    Room own = Room.open("r-2", "sue", Optional.empty(), Optional.empty(), Instant.EPOCH);
    refused(ErrorCode.FORBIDDEN, () -> RoomRules.assign(own, SUE, Optional.of("sue")));
  }

  @Test
  void onlyThoseWriteWhoBelongToItAndTheSupportMayLookOn() {
    assertThat(RoomRules.say(waiting, "carl", "hello").event()).contains(new Said("carl", "hello"));
    refused(ErrorCode.FORBIDDEN, () -> RoomRules.say(sues, "tom", "hello"));
    refused(ErrorCode.FORBIDDEN, () -> RoomRules.admit(sues, EVE));
    RoomRules.admit(sues, TOM);
    RoomRules.admit(sues, ADA);
    RoomRules.admit(sues, CARL);
  }

  @Test
  void nothingIsWrittenInAClosedRoomUntilItIsOpenedAgain() {
    assertThat(RoomRules.close(sues, SUE).event()).contains(new Closed("sue"));
    refused(ErrorCode.INVALID_TRANSITION, () -> RoomRules.say(closed, "carl", "hello"));
    refused(ErrorCode.INVALID_TRANSITION, () -> RoomRules.close(closed, CARL));
    refused(ErrorCode.INVALID_TRANSITION, () -> RoomRules.assign(closed, TOM, Optional.of("tom")));
    refused(ErrorCode.INVALID_TRANSITION, () -> RoomRules.add(closed, CARL, "dan"));
    refused(ErrorCode.FORBIDDEN, () -> RoomRules.close(sues, TOM));

    Ruling again = RoomRules.reopen(closed, CARL);
    assertThat(again.event()).contains(new Reopened("carl"));
    assertThat(again.room().status()).isEqualTo(RoomStatus.WAITING);
    assertThat(again.room().agent()).isEmpty();
    refused(ErrorCode.INVALID_TRANSITION, () -> RoomRules.reopen(sues, CARL));
    refused(ErrorCode.FORBIDDEN, () -> RoomRules.reopen(closed, EVE));
  }

  @Test
  void customerAgentAndAdminsSayWhoElseBelongsToIt() {
    Ruling joined = RoomRules.add(sues, CARL, "dan");
    assertThat(joined.event()).contains(new MemberJoined("dan"));
    assertThat(RoomRules.add(joined.room(), SUE, "dan").event()).isEmpty();
    assertThat(RoomRules.add(sues, ADA, "dan").room().includes("dan")).isTrue();
    refused(ErrorCode.FORBIDDEN, () -> RoomRules.add(sues, TOM, "dan"));

    Visitor dan = new Visitor("dan", false, false);
    assertThat(RoomRules.remove(joined.room(), dan, "dan").event()).contains(new MemberLeft("dan"));
    refused(ErrorCode.FORBIDDEN, () -> RoomRules.remove(joined.room(), dan, "carl"));
    assertThat(RoomRules.remove(joined.room(), SUE, "carl").event()).isEmpty();
  }

  @Test
  void thereIsAMostOfMembers() {
    Room full = sues;
    for (int i = 0; i < Room.MOST_MEMBERS; i++) {
      full = RoomRules.add(full, CARL, "user-" + i).room();
    }
    Room crowded = full;
    refused(ErrorCode.LIMIT_REACHED, () -> RoomRules.add(crowded, CARL, "one-more"));
  }

  @Test
  void aMemberWhoBecomesTheAgentIsThatAlone() {
    Room joined = RoomRules.add(waiting, CARL, "sue").room();
    Room taken = RoomRules.assign(joined, SUE, Optional.of("sue")).room();
    assertThat(taken.people()).containsExactly("carl", "sue");
    assertThat(taken.members()).isEmpty();
  }

  private static void refused(ErrorCode code, ThrowingCallable action) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(action)
        .extracting(Refusal::code)
        .isEqualTo(code);
  }
}
