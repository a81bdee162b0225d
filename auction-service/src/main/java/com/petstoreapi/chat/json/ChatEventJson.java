package com.petstoreapi.chat.json;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.chat.ChatEvent;
import com.petstoreapi.chat.ChatEvent.AgentAssigned;
import com.petstoreapi.chat.ChatEvent.Closed;
import com.petstoreapi.chat.ChatEvent.MemberJoined;
import com.petstoreapi.chat.ChatEvent.MemberLeft;
import com.petstoreapi.chat.ChatEvent.Reopened;
import com.petstoreapi.chat.ChatEvent.Said;
import com.petstoreapi.chat.ChatEvent.Shown;
import com.petstoreapi.chat.Picture;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;

/** What happens in rooms, as the journal keeps it. The subject of an event is who has caused it. */
public final class ChatEventJson {
  public static final String MESSAGE = "message";
  public static final String ATTACHMENT = "attachment";
  public static final String AGENT = "agent-assigned";
  public static final String LEFT = "member-left";
  public static final String REOPENED = "reopened";

  /** Characters of a message. */
  public static final int MOST_TEXT = 4_000;

  private static final int MOST_PREVIEW = 100;

  private ChatEventJson() {}

  /** The event, to be appended to the room's stream. */
  public static Draft draft(ChatEvent event, Instant now) {
    JsonObjectBuilder data = JSON.createObjectBuilder();
    String subject = "";
    String type;
    if (event instanceof Said said) {
      type = MESSAGE;
      subject = said.from();
      data.add("from", said.from()).add("text", said.text());
    } else if (event instanceof Shown shown) {
      type = ATTACHMENT;
      subject = shown.from();
      data.add("from", shown.from());
      add(shown.picture(), data);
    } else {
      type = type(event);
      user(event).ifPresentOrElse(user -> data.add("userId", user), () -> data.addNull("userId"));
    }
    data.add("at", Timestamps.format(now));
    return new Draft(type, Audience.EVERYONE, subject, data.build().toString());
  }

  /** The fields of {@code accepted} for a picture, without its position. */
  public static JsonObjectBuilder receipt(Picture picture) {
    JsonObjectBuilder receipt = JSON.createObjectBuilder();
    add(picture, receipt);
    return receipt;
  }

  /** The id of the picture that an event shows. */
  public static String pictureId(String data) {
    return parse(data).getString("attachmentId");
  }

  /** Whom an event of the kinds that name somebody is about; empty for nobody. */
  public static Optional<String> userId(String data) {
    return Optional.ofNullable(parse(data).getString("userId", null));
  }

  /** {@code {"roomId","from","preview"}}, for those who are away. */
  public static String letter(String roomId, String from, String text) {
    return JSON.createObjectBuilder()
        .add("roomId", roomId)
        .add("from", from)
        .add("preview", preview(text))
        .build()
        .toString();
  }

  /** The text of a message: up to 4,000 characters on as many lines as there are. */
  public static String text(JsonFields fields) {
    return fields.passage("text", MOST_TEXT);
  }

  private static void add(Picture picture, JsonObjectBuilder data) {
    data.add("attachmentId", picture.id())
        .add("contentType", picture.contentType())
        .add("bytes", picture.bytes());
  }

  private static String type(ChatEvent event) {
    if (event instanceof AgentAssigned) {
      return AGENT;
    } else if (event instanceof Closed) {
      return "closed";
    } else if (event instanceof Reopened) {
      return REOPENED;
    }
    return event instanceof MemberJoined ? "member-joined" : LEFT;
  }

  private static Optional<String> user(ChatEvent event) {
    if (event instanceof AgentAssigned assigned) {
      return assigned.user();
    } else if (event instanceof Closed closed) {
      return Optional.of(closed.by());
    } else if (event instanceof Reopened reopened) {
      return Optional.of(reopened.by());
    } else if (event instanceof MemberJoined joined) {
      return Optional.of(joined.user());
    }
    return Optional.of(((MemberLeft) event).user());
  }

  /** One line; a character that takes two is not cut in half. */
  private static String preview(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= MOST_PREVIEW) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(MOST_PREVIEW - 1)) ? 1 : 0;
    return line.substring(0, MOST_PREVIEW - end);
  }

  private static JsonObject parse(String data) {
    return JsonText.parse(data).asJsonObject();
  }
}
