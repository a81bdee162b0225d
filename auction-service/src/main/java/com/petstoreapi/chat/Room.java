package com.petstoreapi.chat;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a customer and the support talk, as it stands.
 *
 * @param members those who were asked to join, without customer and agent, in this order
 */
public record Room(
    String id,
    String customer,
    Optional<String> subject,
    Optional<About> about,
    RoomStatus status,
    Optional<String> agent,
    List<String> members,
    Instant openedAt) {
  /** Further members of a room. */
  public static final int MOST_MEMBERS = 20;

  /** Rooms of one customer that are not closed. */
  public static final int MOST_OPEN = 20;

  private static final String STREAMS = "chat/";

  public Room {
    members = List.copyOf(members);
  }

  /** A new one, which waits. */
  public static Room open(
      String id,
      String customer,
      Optional<String> subject,
      Optional<About> about,
      Instant openedAt) {
    return new Room(
        id, customer, subject, about, RoomStatus.WAITING, Optional.empty(), List.of(), openedAt);
  }

  /** The name of a room's stream, and of the place where its members are. */
  public static String streamOf(String roomId) {
    return STREAMS + roomId;
  }

  public String stream() {
    return streamOf(id);
  }

  public boolean isClosed() {
    return status == RoomStatus.CLOSED;
  }

  /** Whether somebody belongs to it: only they write. */
  public boolean includes(String user) {
    return people().contains(user);
  }

  /** Whether somebody may see what is in it. */
  public boolean admits(Visitor visitor) {
    return visitor.isStaff() || includes(visitor.user());
  }

  /** All who belong to it, each once. */
  public Set<String> people() {
    Set<String> people = new LinkedHashSet<>();
    people.add(customer);
    agent.ifPresent(people::add);
    people.addAll(members);
    return people;
  }

  /** The same with these further members. */
  public Room withMembers(List<String> itsMembers) {
    return with(status, agent, itsMembers);
  }

  Room waiting() {
    return with(RoomStatus.WAITING, Optional.empty(), members);
  }

  Room assignedTo(String user) {
    List<String> others = members.stream().filter(member -> !member.equals(user)).toList();
    return with(RoomStatus.ASSIGNED, Optional.of(user), others);
  }

  Room closed() {
    return with(RoomStatus.CLOSED, agent, members);
  }

  Room joinedBy(String user) {
    return with(status, agent, Stream.concat(members.stream(), Stream.of(user)).toList());
  }

  Room leftBy(String user) {
    return with(status, agent, members.stream().filter(member -> !member.equals(user)).toList());
  }

  private Room with(RoomStatus newStatus, Optional<String> newAgent, List<String> newMembers) {
    return new Room(id, customer, subject, about, newStatus, newAgent, newMembers, openedAt);
  }
}
