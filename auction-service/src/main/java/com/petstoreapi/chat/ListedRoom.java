package com.petstoreapi.chat;

/**
 * A room in somebody's list.
 *
 * @param unread messages and pictures of others that he has not seen
 */
public record ListedRoom(RoomAt room, int unread) {}
