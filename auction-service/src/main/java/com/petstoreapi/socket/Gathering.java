package com.petstoreapi.socket;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Puts the parts of a message together, and stops where they become too many. Used by one thread at
 * a time.
 *
 * @param <T> a part, and a message
 */
abstract class Gathering<T> {
  private static final int MOST_PARTS = 1_024;

  private final int most;
  private int length;
  private int parts;
  private boolean over;

  private Gathering(int most) {
    this.most = most;
  }

  /**
   * Of texts.
   *
   * @param mostCharacters of a message
   */
  static Gathering<String> ofTexts(int mostCharacters) {
    return new Texts(mostCharacters);
  }

  /**
   * Of what is binary.
   *
   * @param mostBytes of a message
   */
  static Gathering<byte[]> ofBytes(int mostBytes) {
    return new Bytes(mostBytes);
  }

  /** The message, when this part was its last. None any more once a message was too big. */
  final Optional<T> add(T part, boolean last) {
    length += lengthOf(part);
    over |= ++parts > MOST_PARTS || length > most;
    if (over) {
      clear();
      return Optional.empty();
    }
    append(part);
    return last ? Optional.of(take()) : Optional.empty();
  }

  /** Whether a message was too big. */
  final boolean isOver() {
    return over;
  }

  private T take() {
    T message = message();
    clear();
    length = 0;
    parts = 0;
    return message;
  }

  abstract int lengthOf(T part);

  abstract void append(T part);

  abstract T message();

  abstract void clear();

  private static final class Texts extends Gathering<String> {
    private StringBuilder text = new StringBuilder();

    Texts(int most) {
      super(most);
    }

    @Override
    int lengthOf(String part) {
      return part.length();
    }

    @Override
    void append(String part) {
      text.append(part);
    }

    @Override
    String message() {
      return text.toString();
    }

    @Override
    void clear() {
      text = new StringBuilder();
    }
  }

  private static final class Bytes extends Gathering<byte[]> {
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);

    Bytes(int most) {
      super(most);
    }

    @Override
    int lengthOf(byte[] part) {
      return part.length;
    }

    @Override
    void append(byte[] part) {
      bytes.writeBytes(part);
    }

    @Override
    byte[] message() {
      return bytes.toByteArray();
    }

    @Override
    void clear() {
      bytes = new ByteArrayOutputStream(0);
    }
  }
}
