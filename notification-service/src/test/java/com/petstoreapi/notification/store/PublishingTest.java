package com.petstoreapi.notification.store;

import static com.petstoreapi.notification.support.Published.event;
import static com.petstoreapi.notification.support.Published.withSource;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.notification.support.Database;
import com.petstoreapi.realtime.journal.Draft;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublishingTest {
  private final Database database = Database.create();
  private final Publishing publishing = new Publishing(database.streams(), database.settings());

  @Test
  void answersWithThePositionAfterTheLastEvent() {
    String answer = publish(event("a"), event("b"));
    assertThat(answer).isEqualTo("{\"position\":\"" + database.notifications().head() + "\"}");
    assertThat(published()).isEqualTo(2);
  }

  @Test
  void publishesEachIdOnceWithinOneRequest() {
    publish(withSource("s-1"), withSource("s-1"), withSource("s-2"));
    assertThat(published()).isEqualTo(2);
  }

  @Test
  void publishesEachIdOnceOverRequests() {
    publish(withSource("s-1"));
    publish(withSource("s-1"), withSource("s-2"));
    assertThat(published()).isEqualTo(2);
  }

  @Test
  void findsTheOneThatIsNewAmongAThousand() {
    Draft[] all =
        IntStream.range(0, 1_000).mapToObj(i -> withSource("s-" + i)).toArray(Draft[]::new);
    publish(Arrays.copyOf(all, 999));
    publish(all);
    assertThat(published()).isEqualTo(1_000);
  }

  @Test
  void publishesEventsWithoutAnIdEachTime() {
    publish(event("a"));
    publish(event("a"));
    assertThat(published()).isEqualTo(2);
  }

  @Test
  void publishesOneKeyOnce() {
    Optional<IdempotencyKey> key = IdempotencyKey.of("shop", "k-1", "publish");
    String first = publishing.publish(key, List.of(event("a")));
    publish(event("b"));
    assertThat(publishing.publish(key, List.of(event("a")))).isEqualTo(first);
    assertThat(published()).isEqualTo(2);
  }

  private String publish(Draft... drafts) {
    return publishing.publish(Optional.empty(), List.of(drafts));
  }

  private long published() {
    return database.notifications().head().seq();
  }
}
