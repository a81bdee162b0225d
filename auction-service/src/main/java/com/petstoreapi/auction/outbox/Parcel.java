package com.petstoreapi.auction.outbox;

/**
 * An announcement on its way.
 *
 * @param id by which the receiver knows a repetition
 * @param audience the only user who is told; empty for everyone
 * @param data a JSON object on one line
 */
record Parcel(String id, String type, String audience, String data) {}
