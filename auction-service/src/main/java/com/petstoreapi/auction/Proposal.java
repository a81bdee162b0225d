package com.petstoreapi.auction;

import java.time.Instant;
import java.util.Optional;

/**
 * An auction as its seller asks for it.
 *
 * @param opensAt from when on bids are taken; empty for at once
 */
public record Proposal(Lot lot, Terms terms, Optional<Instant> opensAt, Instant endsAt) {}
