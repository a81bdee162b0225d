package com.petstoreapi.edge.admin;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Makes loggers of ours say more for a while. None can be made to say less than {@code INFO}, so
 * that nobody can hide what he does. Safe for use by many threads.
 */
public final class LogLevels implements AutoCloseable {
  /** What a logger can be made to say at least. */
  static final List<Level> LEVELS =
      List.of(Level.INFO, Level.CONFIG, Level.FINE, Level.FINER, Level.FINEST);

  private static final String OURS = "com.petstoreapi";
  private static final Pattern NAME =
      Pattern.compile("com\\.petstoreapi(\\.[A-Za-z][A-Za-z0-9_]{0,63}){0,12}");
  private static final int MOST = 20;

  private final Map<String, Change> changes = new TreeMap<>();
  private final Logger all = Logger.getLogger(OURS);
  private final AsInfo writer = new AsInfo();
  private final Clock clock;

  /**
   * @param level its name, as {@link Level} has it
   * @param until when it goes back; empty where nobody has changed it
   */
  public record Setting(String logger, String level, Optional<Instant> until) {}

  /**
   * @param logger held here: the JDK would let it go, and its level with it
   * @param before its own level; null for that of the logger above it
   */
  private record Change(Logger logger, Level before, Instant until) {}

  public LogLevels(Clock clock) {
    this.clock = clock;
  }

  /**
   * Sets a level; what was set for that logger before is over.
   *
   * @throws Refusal {@code not-found} for a logger that is none of ours; {@code limit-reached} when
   *     so many are changed already
   */
  public synchronized Setting set(String name, Level level, Duration time) {
    Logger logger = requireOurs(name);
    sweep();
    if (changes.size() >= MOST && !changes.containsKey(name)) {
      throw new Refusal(ErrorCode.LIMIT_REACHED, "There are " + MOST + " such levels already.");
    }
    if (changes.isEmpty()) {
      all.addHandler(writer);
    }
    Change old = changes.get(name);
    Level before = old == null ? logger.getLevel() : old.before();
    changes.put(name, new Change(logger, before, clock.instant().plus(time)));
    logger.setLevel(level);
    return get(name);
  }

  /**
   * What a logger says now.
   *
   * @throws Refusal {@code not-found} for a logger that is none of ours
   */
  public synchronized Setting get(String name) {
    Logger logger = requireOurs(name);
    sweep();
    Optional<Instant> until = Optional.ofNullable(changes.get(name)).map(Change::until);
    return new Setting(name, levelOf(logger).getName(), until);
  }

  /**
   * Puts a level back, if it was changed.
   *
   * @throws Refusal {@code not-found} for a logger that is none of ours
   */
  public synchronized void reset(String name) {
    requireOurs(name);
    putBack(name);
  }

  /** Puts back those whose time is over; to be called every now and then. */
  public synchronized void sweep() {
    Instant now = clock.instant();
    List.copyOf(changes.entrySet()).stream()
        .filter(change -> !now.isBefore(change.getValue().until()))
        .forEach(change -> putBack(change.getKey()));
  }

  /** Puts all back. */
  @Override
  public synchronized void close() {
    List.copyOf(changes.keySet()).forEach(this::putBack);
  }

  private void putBack(String name) {
    Change change = changes.remove(name);
    if (change != null) {
      change.logger().setLevel(change.before());
    }
    if (changes.isEmpty()) {
      all.removeHandler(writer);
    }
  }

  private static Level levelOf(Logger logger) {
    Logger at = logger;
    while (at.getLevel() == null && at.getParent() != null) {
      at = at.getParent();
    }
    return at.getLevel() == null ? Level.INFO : at.getLevel();
  }

  private static Logger requireOurs(String name) {
    if (!NAME.matcher(name).matches()) {
      throw Refusal.notFound("Only loggers of " + OURS + " have levels here.");
    }
    return Logger.getLogger(name);
  }
}
