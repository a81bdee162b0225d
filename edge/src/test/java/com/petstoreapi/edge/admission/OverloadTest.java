package com.petstoreapi.edge.admission;

import static com.petstoreapi.edge.support.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.petstoreapi.edge.admission.Overload.Cause;
import com.petstoreapi.edge.admission.Overload.Measured;
import com.petstoreapi.edge.settings.AdmissionSettings;
import com.petstoreapi.edge.settings.SettingsReader;
import com.petstoreapi.edge.support.LoggedLines;
import com.petstoreapi.edge.support.MapConfig;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverloadTest {
  private final Overload overload = new Overload(settings(Map.of()));
  private final LoggedLines lines = new LoggedLines(Overload.class);
  private long now;

  @AfterEach
  void listenNoMore() {
    lines.close();
  }

  @Test
  void letsAllInWhileThereIsLittleToDo() {
    measure(overload, 1_900, 0.8);
    assertThatCode(overload::admitNewcomer).doesNotThrowAnyException();
    assertThat(overload.cause()).isEmpty();
  }

  @Test
  void turnsNewcomersAwayWhileThoseWhoAreThereAreToldLate() {
    measure(overload, 2_100, 0.1);
    assertThat(refusalOf(overload::admitNewcomer).code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(overload.cause()).contains(Cause.LAG);

    measure(overload, 600, 0.1);
    assertThat(overload.cause()).contains(Cause.LAG);
    measure(overload, 400, 0.1);
    assertThatCode(overload::admitNewcomer).doesNotThrowAnyException();
  }

  @Test
  void turnsThemAwayWhileTheHeapIsFull() {
    measure(overload, 0, 0.86);
    assertThat(overload.cause()).contains(Cause.HEAP);
    measure(overload, 0, 0.76);
    assertThat(overload.cause()).contains(Cause.HEAP);
    measure(overload, 0, 0.74);
    assertThat(overload.cause()).isEmpty();
  }

  @Test
  void goesOnWithTheOtherCauseWhenOneIsOver() {
    measure(overload, 5_000, 0.9);
    assertThat(overload.cause()).contains(Cause.HEAP);
    measure(overload, 5_000, 0.5);
    assertThat(overload.cause()).contains(Cause.LAG);
  }

  @Test
  void countsWhomItTurnsAwayByTheCause() {
    measure(overload, 5_000, 0);
    refusalOf(overload::admitNewcomer);
    refusalOf(overload::admitNewcomer);
    assertThat(overload.refused(Cause.LAG)).isEqualTo(2);
    assertThat(overload.refused(Cause.HEAP)).isZero();
  }

  @Test
  void doesNotLetAllComeBackAtTheSameMoment() {
    measure(overload, 5_000, 0);
    Set<Object> seconds = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      Refusal refusal = refusalOf(overload::admitNewcomer);
      seconds.add(refusal.members().get("retryAfterSeconds"));
    }
    assertThat(seconds).contains(5, 10).hasSize(6);
  }

  @Test
  void onlyMeasuresWhereItIsSwitchedOff() {
    Overload off = new Overload(settings(Map.of("petstore.admission.enabled", "false")));
    measure(off, 60_000, 1);
    assertThatCode(off::admitNewcomer).doesNotThrowAnyException();
    assertThat(off.last().lag()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void saysInTheLogWhenItBeginsAndWhenItEnds() {
    measure(overload, 2_345, 0.5);
    measure(overload, 2_345, 0.5);
    measure(overload, 10, 0.5);
    assertThat(lines.from(Level.INFO))
        .containsExactly(
            "newcomers are turned away (LAG): deliveries wait 2345 ms, 50 % of the heap is in use",
            "newcomers are let in again: deliveries wait 10 ms, 50 % of the heap is in use");
  }

  /** For long enough that it counts. */
  private void measure(Overload measured, long lagMillis, double heap) {
    for (int i = 0; i < 14; i++) {
      now += TimeUnit.MILLISECONDS.toNanos(250);
      measured.measured(new Measured(Duration.ofMillis(lagMillis), heap), now);
    }
  }

  private static AdmissionSettings settings(Map<String, String> values) {
    return AdmissionSettings.from(new SettingsReader(new MapConfig(values)));
  }
}
