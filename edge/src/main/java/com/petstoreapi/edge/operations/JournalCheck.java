package com.petstoreapi.edge.operations;

import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Up while the journal can be written to: a real transaction on a stream of its own, which changes
 * a row and adds no event. Asked more than once a second, it gives the last answer.
 */
@Readiness
@ApplicationScoped
public class JournalCheck implements HealthCheck {
  private static final System.Logger LOG = System.getLogger(JournalCheck.class.getName());
  private static final String STREAM = "health";
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  @Inject private Journal journal;
  private boolean writable;
  private long checkedAt = System.nanoTime() - FRESH_NANOS;

  @Override
  public synchronized HealthCheckResponse call() {
    if (System.nanoTime() - checkedAt >= FRESH_NANOS) {
      writable = write();
      checkedAt = System.nanoTime();
    }
    return HealthCheckResponse.named("journal").status(writable).build();
  }

  private boolean write() {
    try {
      journal.append(STREAM, JournalCheck::touch);
      return true;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "the journal cannot be written to", e);
      return false;
    }
  }

  private static void touch(Commit commit) {
    try (PreparedStatement update =
        commit.connection().prepareStatement("UPDATE stream SET head = head WHERE name = ?")) {
      update.setString(1, STREAM);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the journal's table cannot be changed", e);
    }
  }
}
