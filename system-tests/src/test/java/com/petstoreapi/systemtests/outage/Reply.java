package com.petstoreapi.systemtests.outage;

import jakarta.json.JsonObject;

/**
 * What a bidder was told.
 *
 * @param content the receipt, or the refusal with its {@code code}
 */
record Reply(boolean accepted, JsonObject content) {
  String code() {
    return content.getString("code", "");
  }

  /** Whether the bid was looked at; else the same one is to be made again. */
  boolean isFinal() {
    return !code().equals("unavailable") && !code().equals("rate-limited");
  }
}
