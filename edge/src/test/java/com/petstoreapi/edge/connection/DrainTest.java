package com.petstoreapi.edge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.connection.Connections.Admission;
import com.petstoreapi.edge.identity.AccessToken;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.edge.settings.QuotaSettings;
import com.petstoreapi.edge.support.Overloads;
import com.petstoreapi.realtime.delivery.Carrier;
import com.petstoreapi.realtime.failure.CloseCause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrainTest {
  private final Connections connections =
      new Connections(
          new QuotaSettings(1_000, 1_000, 1, 1, 1), Overloads.none(), Clock.systemUTC());
  private final List<CloseCause> causes = new ArrayList<>();
  private final List<Long> moments = new ArrayList<>();

  @Test
  void sendsAllAwayForAReasonThatBringsThemBack() throws InterruptedException {
    admit(300);
    Drain drain = new Drain(connections, Duration.ZERO);
    assertThat(drain.hasBegun()).isFalse();
    drain.run();

    assertThat(drain.hasBegun()).isTrue();
    assertThat(causes).hasSize(300).containsOnly(CloseCause.RESTART);
    assertThat(connections.isEmpty()).isTrue();
  }

  @Test
  void takesItsTimeOverIt() throws InterruptedException {
    admit(100);
    new Drain(connections, Duration.ofMillis(600)).run();

    assertThat(causes).hasSize(100);
    assertThat(moments.get(99) - moments.get(0)).isGreaterThan(300_000_000L);
    assertThat(moments.get(49) - moments.get(0)).isGreaterThan(100_000_000L);
  }

  @Test
  void isDoneAtOnceWhereNobodyIs() throws InterruptedException {
    new Drain(connections, Duration.ofSeconds(15)).run();
    assertThat(causes).isEmpty();
  }

  private void admit(int count) {
    for (int i = 0; i < count; i++) {
      Admission admission = connections.admit(user("user-" + i), Carrier.SSE, "pets", false);
      admission.attach(
          cause -> {
            causes.add(cause);
            moments.add(System.nanoTime());
            admission.release();
          });
    }
  }

  private static UserPrincipal user(String name) {
    return new UserPrincipal(
        new AccessToken(name, Set.of("user"), Instant.MAX), "192.0.2.1", "r-1");
  }
}
