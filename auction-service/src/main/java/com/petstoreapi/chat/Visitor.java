package com.petstoreapi.chat;

/**
 * Who comes to a room.
 *
 * @param support whether he may look into all of them, and take those that wait
 * @param admin whether he may do so, and hand on what others have taken
 */
public record Visitor(String user, boolean support, boolean admin) {
  /** Whether he works here. */
  public boolean isStaff() {
    return support || admin;
  }
}
