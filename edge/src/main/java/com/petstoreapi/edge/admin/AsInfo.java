package com.petstoreapi.edge.admin;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Writes what is said below {@code INFO} as {@code INFO}, with its level in front. Open Liberty
 * drops such lines, whatever the logger's level, unless its own trace is on.
 */
final class AsInfo extends Handler {
  private final Formatter format = new SimpleFormatter();
  private final Logger root = Logger.getLogger("");

  @Override
  public void publish(LogRecord line) {
    if (line.getLevel().intValue() >= Level.INFO.intValue()) {
      return; // it is written in any case
    }
    LogRecord info =
        new LogRecord(Level.INFO, line.getLevel().getName() + " " + format.formatMessage(line));
    info.setLoggerName(line.getLoggerName());
    info.setInstant(line.getInstant());
    info.setThrown(line.getThrown());
    info.setSourceClassName(line.getSourceClassName());
    info.setSourceMethodName(line.getSourceMethodName());
    root.log(info);
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
