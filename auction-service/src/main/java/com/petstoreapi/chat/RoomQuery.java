package com.petstoreapi.chat;

import java.util.Optional;

/**
 * Which rooms somebody wants to see.
 *
 * @param user whose they are; with {@code queue}, only whose reading counts
 * @param queue those that wait for the support, the oldest first; else the user's, the newest first
 * @param status only those; empty for all
 * @param after the id of the last room of the page before; empty for the first page
 * @param limit at most so many, 1 or more
 */
public record RoomQuery(
    String user, boolean queue, Optional<RoomStatus> status, String after, int limit) {}
