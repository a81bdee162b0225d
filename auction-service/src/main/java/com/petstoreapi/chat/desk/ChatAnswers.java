package com.petstoreapi.chat.desk;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.chat.Picture;
import com.petstoreapi.chat.json.ChatEventJson;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.journal.Position;
import java.time.Instant;

/** What people are answered who have written. */
final class ChatAnswers {
  private ChatAnswers() {}

  static String said(Position position, Instant at) {
    return JSON.createObjectBuilder()
        .add("position", position.toString())
        .add("at", Timestamps.format(at))
        .build()
        .toString();
  }

  static String shown(Picture picture, Position position) {
    return ChatEventJson.receipt(picture).add("position", position.toString()).build().toString();
  }
}
