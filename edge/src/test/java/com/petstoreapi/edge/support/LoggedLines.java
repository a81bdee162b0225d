package com.petstoreapi.edge.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a class logs while a test listens. */
public final class LoggedLines extends Handler {
  private final SimpleFormatter format = new SimpleFormatter();
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final Logger logger; // held here: the JDK would let it go, and its level with it

  public LoggedLines(Class<?> source) {
    logger = Logger.getLogger(source.getName());
    logger.setLevel(Level.ALL);
    logger.addHandler(this);
  }

  /** The lines of that level or a graver one. */
  public List<String> from(Level level) {
    return records.stream()
        .filter(line -> line.getLevel().intValue() >= level.intValue())
        .map(format::formatMessage)
        .toList();
  }

  @Override
  public void publish(LogRecord line) {
    records.add(line);
  }

  @Override
  public void flush() {
    // nothing is kept back
  }

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setLevel(null);
  }
}
