package com.petstoreapi.auction.socket;

/** Who is at the other end. */
record Bidder(String userId, boolean mayBid) {}
