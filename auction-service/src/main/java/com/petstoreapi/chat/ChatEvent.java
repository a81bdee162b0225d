package com.petstoreapi.chat;

import java.util.Optional;

/** What happens in a room. */
public sealed interface ChatEvent {
  /** Somebody has written. */
  record Said(String from, String text) implements ChatEvent {}

  /** Somebody has shown a picture. */
  record Shown(String from, Picture picture) implements ChatEvent {}

  /**
   * The room has another agent.
   *
   * @param user empty when it waits for one again
   */
  record AgentAssigned(Optional<String> user) implements ChatEvent {}

  /**
   * @param by who has closed it
   */
  record Closed(String by) implements ChatEvent {}

  /**
   * @param by who has opened it again
   */
  record Reopened(String by) implements ChatEvent {}

  record MemberJoined(String user) implements ChatEvent {}

  record MemberLeft(String user) implements ChatEvent {}
}
