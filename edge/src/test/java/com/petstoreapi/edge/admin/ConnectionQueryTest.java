package com.petstoreapi.edge.admin;

import static com.petstoreapi.edge.support.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.admin.ConnectionQuery.Wanted;
import com.petstoreapi.edge.connection.Standing;
import com.petstoreapi.realtime.delivery.Carrier;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionQueryTest {
  @Test
  void wantsAllWhereNothingIsAsked() {
    Wanted wanted = query(null, null, null, null, null).read();
    assertThat(wanted.limit()).isEqualTo(50);
    assertThat(wanted.after()).isZero();
    assertThat(wanted.admits(standing("ann", Carrier.SSE, 0))).isTrue();
  }

  @Test
  void wantsWhatAllItsFiltersLetThrough() {
    Wanted wanted = query("ann", "websocket", "5", "10", "").read();
    assertThat(wanted.admits(standing("ann", Carrier.WEBSOCKET, 5))).isTrue();
    assertThat(wanted.admits(standing("bob", Carrier.WEBSOCKET, 5))).isFalse();
    assertThat(wanted.admits(standing("ann", Carrier.SSE, 5))).isFalse();
    assertThat(wanted.admits(standing("ann", Carrier.WEBSOCKET, 4))).isFalse();
  }

  @Test
  void goesOnBehindTheLastOfThePageBefore() {
    assertThat(query(null, null, null, null, "10").read().after()).isEqualTo(36);
  }

  @Test
  void refusesWhatIsNoFilter() {
    assertInvalid(query("a b", null, null, null, null)::read);
    assertInvalid(query(null, "pigeon", null, null, null)::read);
    assertInvalid(query(null, null, "-1", null, null)::read);
    assertInvalid(query(null, null, null, "201", null)::read);
    assertInvalid(query(null, null, null, null, "A")::read);
    assertInvalid(query(null, null, null, null, "1234567890123")::read);
  }

  private static ConnectionQuery query(
      String user, String transport, String minLag, String limit, String cursor) {
    return new ConnectionQuery(user, transport, minLag, limit, cursor);
  }

  private static Standing standing(String user, Carrier transport, long lag) {
    return new Standing(
        "1", user, transport, "pets", Instant.EPOCH, Optional.empty(), lag, false, 0);
  }
}
