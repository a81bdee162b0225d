package com.petstoreapi.auction;

import com.petstoreapi.realtime.journal.Position;

/**
 * An auction and the place on its stream to which this state belongs: whoever goes on from there
 * misses nothing and hears nothing twice.
 */
public record Snapshot(Auction auction, Position position) {}
