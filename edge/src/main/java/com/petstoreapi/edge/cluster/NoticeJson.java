package com.petstoreapi.edge.cluster;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.edge.cluster.Notice.Committed;
import com.petstoreapi.edge.cluster.Notice.UserToGo;
import com.petstoreapi.edge.cluster.Notice.Word;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Event;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notices as they go from node to node. A later version may add fields and kinds. */
final class NoticeJson {
  /** More characters of data than that are left to the journal. */
  private static final int MOST_DATA = 65_536;

  /** As W3C Trace Context calls it. */
  private static final String TRACE = "traceparent";

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private NoticeJson() {}

  static String write(Notice notice) {
    if (notice instanceof UserToGo going) {
      return write(going);
    }
    if (notice instanceof Word word) {
      return JSON.createObjectBuilder()
          .add("channel", word.channel())
          .add("text", word.text())
          .build()
          .toString();
    }
    Committed committed = (Committed) notice;
    JsonArrayBuilder events = JSON.createArrayBuilder();
    if (isSmall(committed.events())) {
      committed.events().forEach(event -> events.add(write(event)));
    }
    JsonObjectBuilder object =
        JSON.createObjectBuilder()
            .add("stream", committed.stream())
            .add("head", committed.head())
            .add("events", events);
    if (!committed.trace().isEmpty()) {
      object.add(TRACE, committed.trace());
    }
    return object.build().toString();
  }

  /** An older node, which knows of no single streams, passes the second kind over. */
  private static String write(UserToGo going) {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    if (going.stream().isEmpty()) {
      object.add("userToGo", going.user());
    } else {
      object.add("userToLeave", going.user()).add("of", going.stream());
    }
    return object.build().toString();
  }

  /** Empty for a kind that this version does not know, and for what is no notice at all. */
  static Optional<Notice> read(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      JsonObject object = reader.readObject();
      if (object.containsKey("userToGo")) {
        return Optional.of(new UserToGo(object.getString("userToGo"), ""));
      }
      if (object.containsKey("userToLeave")) {
        return Optional.of(new UserToGo(object.getString("userToLeave"), object.getString("of")));
      }
      if (object.containsKey("channel")) {
        return Optional.of(new Word(object.getString("channel"), object.getString("text")));
      }
      if (!object.containsKey("stream")) {
        return Optional.empty();
      }
      List<Event> events =
          object.getJsonArray("events").getValuesAs(JsonObject.class).stream()
              .map(NoticeJson::event)
              .toList();
      long head = object.getJsonNumber("head").longValueExact();
      String trace = object.getString(TRACE, "");
      return Optional.of(new Committed(object.getString("stream"), head, events, trace));
    } catch (RuntimeException e) { // from a stranger, or from a version to come
      return Optional.empty();
    }
  }

  private static boolean isSmall(List<Event> events) {
    return events.stream().mapToLong(event -> event.data().length()).sum() <= MOST_DATA;
  }

  private static JsonObject write(Event event) {
    return JSON.createObjectBuilder()
        .add("seq", event.seq())
        .add("at", event.at().toEpochMilli())
        .add("type", event.type())
        .add("audience", event.audience().user())
        .add("subject", event.subject())
        .add("data", event.data())
        .build();
  }

  private static Event event(JsonObject object) {
    return new Event(
        object.getJsonNumber("seq").longValueExact(),
        Instant.ofEpochMilli(object.getJsonNumber("at").longValueExact()),
        object.getString("type"),
        new Audience(object.getString("audience")),
        object.getString("subject"),
        object.getString("data"));
  }
}
