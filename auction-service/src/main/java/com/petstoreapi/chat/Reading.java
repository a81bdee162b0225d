package com.petstoreapi.chat;

import com.petstoreapi.realtime.journal.Position;

/**
 * How far somebody has read.
 *
 * @param unread messages and pictures of others after it
 */
public record Reading(Position position, int unread) {}
