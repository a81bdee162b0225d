package com.petstoreapi.chat.desk;

import com.petstoreapi.chat.Picture;
import com.petstoreapi.realtime.journal.Position;
import java.time.Instant;

/** What people are answered who have written, for whoever looks at its form. */
public final class Receipts {
  private Receipts() {}

  public static String said(Position position) {
    return ChatAnswers.said(position, Instant.EPOCH);
  }

  public static String shown(Picture picture, Position position) {
    return ChatAnswers.shown(picture, position);
  }
}
