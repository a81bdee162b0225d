package com.petstoreapi.realtime.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Uuid7Test {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");

  @Test
  void isAnRfc9562UuidOfVersion7() {
    UUID id = UUID.fromString(at(NOW).next());
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void isInCanonicalForm() {
    assertThat(at(NOW).next()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  @Test
  void beginsWithTheTimeOfItsMaking() {
    UUID id = UUID.fromString(at(NOW).next());
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void sortsByTheTimeOfItsMaking() {
    assertThat(at(NOW).next()).isLessThan(at(NOW.plusMillis(1)).next());
  }

  @Test
  void differsWithinAMillisecond() {
    Uuid7 ids = at(NOW);
    assertThat(Stream.generate(ids::next).limit(10_000)).doesNotHaveDuplicates();
  }

  private static Uuid7 at(Instant now) {
    return new Uuid7(Clock.fixed(now, ZoneOffset.UTC));
  }
}
