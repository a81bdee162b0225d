package com.petstoreapi.chat;

/** How far a room is. */
public enum RoomStatus {
  /** It waits for somebody of the support. */
  WAITING,
  /** Its agent looks after it. */
  ASSIGNED,
  /** Nothing is written in it, until it is opened again. */
  CLOSED
}
