package com.petstoreapi.auction;

import com.petstoreapi.realtime.journal.Position;

/**
 * An auction in which bids are taken.
 *
 * @param position on its stream, at which it was found open
 */
public record OpenAuction(String petId, String auctionId, Position position) {}
