package com.petstoreapi.auction;

import com.petstoreapi.realtime.journal.Position;
import java.time.Instant;

/** An accepted bid in the auction's log: the position tells its place in the order of commits. */
public record LoggedBid(Bid bid, Position position, Instant at) {}
