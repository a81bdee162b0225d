package com.petstoreapi.auction.watch;

import java.time.Instant;

/** A user wants to be told when an auction of the pet opens, and when one ends soon. */
public record Watch(String petId, Instant since) {}
