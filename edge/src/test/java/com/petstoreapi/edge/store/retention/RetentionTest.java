package com.petstoreapi.edge.store.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.settings.RetentionSettings;
import com.petstoreapi.edge.support.Database;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.jdbc.JdbcRetention;
import com.petstoreapi.realtime.journal.jdbc.JdbcTransactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final int KEPT = 100;

  private final Database database = Database.create(Clock.systemUTC());
  private final JdbcRetention journal =
      new JdbcRetention(new JdbcTransactions(database.dataSource()));

  @Test
  void goesThroughAllStreams() throws InterruptedException {
    append("a", 2_600);
    append("b", 150);
    append("c", 10);
    Retention retention = retention(StreamsInUse.NONE);
    retention.run(() -> true);

    assertThat(kept("a")).isEqualTo(KEPT);
    assertThat(kept("b")).isEqualTo(KEPT);
    assertThat(kept("c")).isEqualTo(10);
    assertThat(retention.forgotten()).isEqualTo(2_550);
  }

  @Test
  void leavesStreamsThatAreInUseAsTheyAre() throws InterruptedException {
    append("a", 150);
    append("b", 150);
    retention(streams -> Set.of("a")).run(() -> true);

    assertThat(kept("a")).isEqualTo(150);
    assertThat(kept("b")).isEqualTo(KEPT);
  }

  @Test
  void stopsWhenItIsAnotherNodesWork() throws InterruptedException {
    append("a", 2_600);
    AtomicInteger asked = new AtomicInteger();
    retention(StreamsInUse.NONE).run(() -> asked.incrementAndGet() <= 1);

    assertThat(kept("a")).isEqualTo(1_600);
  }

  private Retention retention(StreamsInUse inUse) {
    return new Retention(
        journal, inUse, new RetentionSettings(Duration.ofDays(7), KEPT, Duration.ofMinutes(1)));
  }

  private void append(String stream, int count) {
    database
        .journal()
        .append(
            stream,
            commit -> {
              for (int i = 0; i < count; i++) {
                commit.append(new Draft("event", Audience.EVERYONE, "", "{}"));
              }
            });
  }

  private int kept(String stream) {
    return database.journal().read(stream, 0, 10_000).size();
  }
}
