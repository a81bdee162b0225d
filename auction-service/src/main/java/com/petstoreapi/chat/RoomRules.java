package com.petstoreapi.chat;

import com.petstoreapi.chat.ChatEvent.AgentAssigned;
import com.petstoreapi.chat.ChatEvent.Closed;
import com.petstoreapi.chat.ChatEvent.MemberJoined;
import com.petstoreapi.chat.ChatEvent.MemberLeft;
import com.petstoreapi.chat.ChatEvent.Reopened;
import com.petstoreapi.chat.ChatEvent.Said;
import com.petstoreapi.chat.ChatEvent.Shown;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.util.Optional;

/** Who may do what in a room, and what comes of it. Each method refuses before anything changes. */
public final class RoomRules {
  private RoomRules() {}

  /**
   * @throws Refusal {@code forbidden} unless somebody may see what is in the room
   */
  public static void admit(Room room, Visitor visitor) {
    if (!room.admits(visitor)) {
      throw forbidden("This chat is not yours.");
    }
  }

  /**
   * @throws Refusal {@code forbidden} unless somebody belongs to the room
   */
  public static void requireMember(Room room, String user) {
    if (!room.includes(user)) {
      throw forbidden("Only those write here who belong to the chat.");
    }
  }

  public static Ruling say(Room room, String user, String text) {
    requireWritable(room, user);
    return Ruling.of(room, new Said(user, text));
  }

  public static Ruling show(Room room, String user, Picture picture) {
    requireWritable(room, user);
    return Ruling.of(room, new Shown(user, picture));
  }

  /**
   * Somebody of the support takes a room that waits; its agent, or an admin, hands it on or gives
   * it back.
   *
   * @param to empty to have it wait again
   */
  public static Ruling assign(Room room, Visitor by, Optional<String> to) {
    requireMayAssign(room, by, to);
    requireOpen(room);
    if (room.agent().equals(to)) {
      return Ruling.unchanged(room);
    }
    if (isTaking(by, to) && room.agent().isPresent() && !by.admin()) {
      throw new Refusal(ErrorCode.INVALID_TRANSITION, "Somebody else looks after it already.");
    }
    if (to.isPresent() && to.get().equals(room.customer())) {
      throw forbidden("Nobody looks after his own chat.");
    }
    Room next = to.map(room::assignedTo).orElseGet(room::waiting);
    return Ruling.of(next, new AgentAssigned(to));
  }

  public static Ruling close(Room room, Visitor by) {
    if (!by.admin()) {
      requireMember(room, by.user());
    }
    requireOpen(room);
    return Ruling.of(room.closed(), new Closed(by.user()));
  }

  /** It waits for an agent again. */
  public static Ruling reopen(Room room, Visitor by) {
    if (!by.isStaff() && !by.user().equals(room.customer())) {
      throw forbidden("The customer and the support open a chat again.");
    }
    if (!room.isClosed()) {
      throw new Refusal(ErrorCode.INVALID_TRANSITION, "The chat is not closed.");
    }
    return Ruling.of(room.waiting(), new Reopened(by.user()));
  }

  public static Ruling add(Room room, Visitor by, String user) {
    requireMayInvite(room, by);
    requireOpen(room);
    if (room.includes(user)) {
      return Ruling.unchanged(room);
    }
    if (room.members().size() >= Room.MOST_MEMBERS) {
      throw new Refusal(
          ErrorCode.LIMIT_REACHED, "A chat has " + Room.MOST_MEMBERS + " further members at most.");
    }
    return Ruling.of(room.joinedBy(user), new MemberJoined(user));
  }

  /** A member may also go by himself; customer and agent are no members in this sense. */
  public static Ruling remove(Room room, Visitor by, String user) {
    if (!by.user().equals(user)) {
      requireMayInvite(room, by);
    } else {
      admit(room, by);
    }
    return room.members().contains(user)
        ? Ruling.of(room.leftBy(user), new MemberLeft(user))
        : Ruling.unchanged(room);
  }

  private static void requireMayAssign(Room room, Visitor by, Optional<String> to) {
    boolean isAgent = room.agent().filter(by.user()::equals).isPresent();
    boolean mayTake = isTaking(by, to) && by.support();
    if (!by.admin() && !isAgent && !mayTake) {
      throw forbidden("The support takes chats; its agent or an admin hands one on.");
    }
  }

  private static void requireMayInvite(Room room, Visitor by) {
    boolean isAgent = room.agent().filter(by.user()::equals).isPresent();
    if (!by.admin() && !isAgent && !by.user().equals(room.customer())) {
      throw forbidden("The customer, the agent and admins say who else belongs to a chat.");
    }
  }

  private static void requireWritable(Room room, String user) {
    requireMember(room, user);
    requireOpen(room);
  }

  private static void requireOpen(Room room) {
    if (room.isClosed()) {
      throw new Refusal(ErrorCode.INVALID_TRANSITION, "The chat is closed.");
    }
  }

  private static boolean isTaking(Visitor by, Optional<String> to) {
    return to.filter(by.user()::equals).isPresent();
  }

  private static Refusal forbidden(String detail) {
    return new Refusal(ErrorCode.FORBIDDEN, detail);
  }
}
