package com.petstoreapi.systemtests.outage;

/** A bid that somebody means to make once, however often he has to say it. */
record WantedBid(String user, String auction, long amount, String key) {}
