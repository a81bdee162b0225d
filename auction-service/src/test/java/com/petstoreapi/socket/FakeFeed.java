package com.petstoreapi.socket;

import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.journal.Position;
import java.util.List;
import java.util.Optional;

/** A feed of what a test wants told. */
final class FakeFeed implements Feed {
  private String text;
  private byte[] binary;
  private boolean ending;
  private boolean over;

  /** Both come with the next batch, unless the client is being written to just now. */
  synchronized void tell(String message, byte[] following) {
    text = message;
    binary = following;
  }

  /** This is the last message. */
  synchronized void end(String message) {
    text = message;
    ending = true;
  }

  @Override
  public synchronized List<String> take() {
    List<String> taken = Optional.ofNullable(text).stream().toList();
    text = null;
    over |= ending;
    return taken;
  }

  @Override
  public synchronized Optional<byte[]> takeBinary() {
    Optional<byte[]> taken = text == null ? Optional.ofNullable(binary) : Optional.empty();
    binary = text == null ? null : binary;
    return taken;
  }

  @Override
  public synchronized boolean isBehind() {
    return text != null;
  }

  @Override
  public Position position() {
    return new Position(1, "e");
  }

  @Override
  public synchronized Optional<CloseCause> end() {
    return over ? Optional.of(CloseCause.DONE) : Optional.empty();
  }
}
