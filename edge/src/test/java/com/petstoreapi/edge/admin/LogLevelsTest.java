package com.petstoreapi.edge.admin;

import static com.petstoreapi.edge.support.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.support.MutableClock;
import com.petstoreapi.realtime.failure.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogLevelsTest {
  private static final String NAME = "com.petstoreapi.edge.Example";
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private final MutableClock clock = new MutableClock();
  private final LogLevels levels = new LogLevels(clock);
  private final System.Logger example = System.getLogger(NAME);
  private final Logger root = Logger.getLogger("");
  private final List<String> written = new CopyOnWriteArrayList<>();
  private final Handler server = new ServerLike(written);
  private final Level before = root.getLevel();

  @BeforeEach
  void listen() {
    root.addHandler(server);
    root.setLevel(Level.INFO);
  }

  @AfterEach
  void putBack() {
    root.removeHandler(server);
    root.setLevel(before);
    levels.close();
  }

  @Test
  void isWhatItsParentsAreUntilSomebodySetsIt() {
    LogLevels.Setting setting = levels.get(NAME);
    assertThat(setting.level()).isEqualTo("INFO");
    assertThat(setting.until()).isEmpty();
  }

  @Test
  void writesWhatTheServerWouldDrop() {
    example.log(System.Logger.Level.DEBUG, "before");
    levels.set(NAME, Level.FINE, HALF_AN_HOUR);
    example.log(System.Logger.Level.DEBUG, "a detail of {0}", "rex");
    example.log(System.Logger.Level.TRACE, "too fine");
    example.log(System.Logger.Level.INFO, "as ever");
    assertThat(written).containsExactly(NAME + " FINE a detail of rex", NAME + " as ever");
  }

  @Test
  void goesBackByItselfWhenItsTimeIsOver() {
    levels.set(NAME, Level.FINE, HALF_AN_HOUR);
    assertThat(levels.get(NAME).until()).contains(clock.instant().plus(HALF_AN_HOUR));
    clock.advance(HALF_AN_HOUR.minusMillis(1));
    levels.sweep();
    assertThat(levels.get(NAME).level()).isEqualTo("FINE");
    clock.advance(Duration.ofMillis(1));
    levels.sweep();
    assertThat(Logger.getLogger(NAME).getLevel()).isNull();
    example.log(System.Logger.Level.DEBUG, "after");
    assertThat(written).isEmpty();
  }

  @Test
  void goesBackToWhatItWasBeforeItWasFirstChanged() {
    Logger logger = Logger.getLogger(NAME);
    logger.setLevel(Level.CONFIG);
    try {
      levels.set(NAME, Level.FINE, HALF_AN_HOUR);
      levels.set(NAME, Level.FINEST, HALF_AN_HOUR);
      levels.reset(NAME);
      assertThat(logger.getLevel()).isEqualTo(Level.CONFIG);
      levels.reset(NAME);
      assertThat(logger.getLevel()).isEqualTo(Level.CONFIG);
    } finally {
      logger.setLevel(null);
    }
  }

  @Test
  void writesOnceWhatTwoChangesConcern() {
    levels.set("com.petstoreapi", Level.FINE, HALF_AN_HOUR);
    levels.set(NAME, Level.FINE, HALF_AN_HOUR);
    example.log(System.Logger.Level.DEBUG, "once");
    assertThat(written).containsExactly(NAME + " FINE once");
  }

  @Test
  void changesOnlyLoggersOfOurs() {
    for (String name : List.of("", "com.petstoreapis", "java.net", "com.petstoreapi.", "x\ny")) {
      assertThat(refusalOf(() -> levels.set(name, Level.FINE, HALF_AN_HOUR)).code())
          .isEqualTo(ErrorCode.NOT_FOUND);
    }
  }

  @Test
  void changesOnlySoManyAtATime() {
    for (int i = 0; i < 20; i++) {
      levels.set(NAME + i, Level.FINE, HALF_AN_HOUR);
    }
    levels.set(NAME + 0, Level.FINER, HALF_AN_HOUR);
    assertThat(refusalOf(() -> levels.set(NAME, Level.FINE, HALF_AN_HOUR)).code())
        .isEqualTo(ErrorCode.LIMIT_REACHED);
    clock.advance(HALF_AN_HOUR);
    levels.set(NAME, Level.FINE, HALF_AN_HOUR);
  }

  /** Writes from INFO on, as the server does. */
  private static final class ServerLike extends Handler {
    private final List<String> written;

    ServerLike(List<String> written) {
      this.written = written;
    }

    @Override
    public void publish(LogRecord line) {
      boolean ours = String.valueOf(line.getLoggerName()).startsWith(NAME);
      if (ours && line.getLevel().intValue() >= Level.INFO.intValue()) {
        written.add(line.getLoggerName() + " " + line.getMessage());
      }
    }

    @Override
    public void flush() {
      // nothing is kept back
    }

    @Override
    public void close() {
      // nothing is held
    }
  }
}
