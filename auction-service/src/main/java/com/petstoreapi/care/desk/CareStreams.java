package com.petstoreapi.care.desk;

import com.petstoreapi.care.CarePlan;
import com.petstoreapi.care.CarePlans;
import com.petstoreapi.care.CareRules;
import com.petstoreapi.care.Keepers;
import com.petstoreapi.care.Visitor;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.StreamWriter;

/**
 * The streams of the plans. Only those of plans that exist are ever opened, and only for those who
 * may see them. Each method may block on the database.
 */
public final class CareStreams {
  private final LiveStreams streams;
  private final CarePlans plans;

  public CareStreams(LiveStreams streams, CarePlans plans) {
    this.streams = streams;
    this.plans = plans;
  }

  /**
   * Where a plan is listened to.
   *
   * @throws Refusal {@code not-found}, {@code forbidden}
   */
  public LiveStream stream(String petId, Visitor visitor) {
    admit(petId, visitor);
    return streams.stream(CarePlan.streamOf(petId));
  }

  /**
   * Makes sure that there is such a plan, and that somebody may see it.
   *
   * @throws Refusal {@code not-found}, {@code forbidden}
   */
  public void admit(String petId, Visitor visitor) {
    Keepers keepers = plans.keepers(petId).orElseThrow(CareStreams::notFound);
    CareRules.admit(visitor, keepers);
  }

  /**
   * Whether there is such a plan, and somebody may see it. Each call asks the database: a stream
   * calls it once for each batch that it sends.
   *
   * @throws JournalUnavailable when that cannot be known now
   */
  public boolean admits(String petId, Visitor visitor) {
    return plans.keepers(petId).filter(keepers -> CareRules.admits(visitor, keepers)).isPresent();
  }

  /**
   * Where a plan is changed: who may do so is decided there.
   *
   * @throws Refusal {@code not-found}
   */
  StreamWriter writer(String petId) {
    String name = CarePlan.streamOf(petId);
    if (streams.ifOpen(name).isEmpty() && plans.keepers(petId).isEmpty()) {
      throw notFound();
    }
    return streams.writer(name);
  }

  /** Where one begins. */
  StreamWriter writerOfNew(String petId) {
    return streams.writer(CarePlan.streamOf(petId));
  }

  static Refusal notFound() {
    return Refusal.notFound("There is no care plan for this pet.");
  }
}
