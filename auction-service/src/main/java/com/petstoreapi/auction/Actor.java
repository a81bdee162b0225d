package com.petstoreapi.auction;

/** Who asks for something that is not everybody's to ask. */
public record Actor(String userId, boolean isAdmin) {}
