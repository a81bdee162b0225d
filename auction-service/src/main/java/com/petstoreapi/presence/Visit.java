package com.petstoreapi.presence;

/**
 * Somebody at a place.
 *
 * @param place the name of a stream
 * @param user the name by which the others there see him
 */
public record Visit(String place, String user) {}
