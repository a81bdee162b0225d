package com.petstoreapi.chat;

import com.petstoreapi.realtime.journal.Position;

/** A room as it stood after an event. */
public record RoomAt(Room room, Position position) {}
