package com.petstoreapi.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.edge.support.MutableClock;
import com.petstoreapi.edge.support.TestIssuer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketsTest {
  private static final String PATH = "/auctions/019b4132";
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final String SECRET = "a secret of thirty-two characters";
  private static final String OLDER = "an older one, long enough just so";

  @TempDir private Path directory;
  private final MutableClock clock = new MutableClock();
  private Tickets tickets;
  private UserPrincipal ann;

  @BeforeEach
  void thereAreKeys() throws IOException {
    tickets = tickets(SECRET);
    ann = user(Duration.ofHours(1));
  }

  @Test
  void aTicketBearsUserRolesAndTheEndOfTheToken() throws InvalidToken {
    AccessToken token = tickets.verify(tickets.issue(ann, PATH).text(), PATH);
    assertThat(token).isEqualTo(new AccessToken("ann", Set.of("user", "seller"), ann.expiresAt()));
  }

  @Test
  void opensItsPathAgainAndAgainUntilItEnds() throws InvalidToken {
    Ticket ticket = tickets.issue(ann, PATH);
    assertThat(ticket.expiresAt()).isEqualTo(clock.instant().plus(LIFE));
    clock.advance(LIFE.minusSeconds(1));
    tickets.verify(ticket.text(), PATH);
    tickets.verify(ticket.text(), PATH);
    clock.advance(Duration.ofSeconds(1));
    assertRefused(ticket.text(), PATH);
  }

  @Test
  void neverOutlivesItsToken() {
    ann = user(Duration.ofSeconds(90));
    assertThat(tickets.issue(ann, PATH).expiresAt()).isEqualTo(ann.expiresAt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/auctions/019b4133", "/auctions/019b413", "/auctions/019b4132/", "/"})
  void opensNoOtherPath(String other) {
    assertRefused(tickets.issue(ann, PATH).text(), other);
  }

  @Test
  void isNotTakenWhenItIsTamperedWithOrCut() {
    String ticket = tickets.issue(ann, PATH).text();
    for (int i = 0; i < ticket.length(); i++) {
      char other = ticket.charAt(i) == 'A' ? 'B' : 'A';
      assertRefused(ticket.substring(0, i) + other + ticket.substring(i + 1), PATH);
    }
    assertRefused(ticket.substring(0, ticket.lastIndexOf('.') + 1), PATH);
  }

  @Test
  void isNoTokenAndATokenIsNoTicket() throws IOException {
    byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
    assertRefused(TestIssuer.hs256(TestIssuer.claims().claim("path", PATH).build(), secret), PATH);
    assertRefused(TestIssuer.rs256(TestIssuer.claims().claim("path", PATH).build()), PATH);
    assertRefused("x".repeat(100_000), PATH);
    assertRefused("", PATH);
  }

  @Test
  void anOldKeyStillVerifiesBelowTheNewOne() throws Exception {
    String ofOld = tickets(OLDER).issue(ann, PATH).text();
    tickets(SECRET + "\n" + OLDER + "\n").verify(ofOld, PATH);
    assertRefused(ofOld, PATH);
  }

  @Test
  void refusesToStartWithAKeyThatIsTooShortOrMissing() {
    assertThatThrownBy(() -> tickets("short")).hasMessageContaining("32 characters");
    assertThatThrownBy(() -> tickets("\n")).hasMessageContaining("32 characters");
    assertThatThrownBy(() -> TicketKeys.load(directory.resolve("none")))
        .hasMessageContaining("cannot read the ticket keys");
  }

  @Test
  void makesAKeyOfItsOwnOnlyOnce() throws InvalidToken {
    Path file = directory.resolve("made/keys");
    Tickets here = new Tickets(TicketKeys.loadOrCreate(file), LIFE, clock);
    Tickets there = new Tickets(TicketKeys.loadOrCreate(file), LIFE, clock);
    there.verify(here.issue(ann, PATH).text(), PATH);
  }

  private Tickets tickets(String keys) throws IOException {
    Path file = Files.writeString(directory.resolve("keys"), keys);
    return new Tickets(TicketKeys.load(file), LIFE, clock);
  }

  private UserPrincipal user(Duration left) {
    Instant end = clock.instant().plus(left);
    return new UserPrincipal(
        new AccessToken("ann", Set.of("user", "seller"), end), "192.0.2.1", "r-1");
  }

  private void assertRefused(String ticket, String path) {
    assertThatExceptionOfType(InvalidToken.class).isThrownBy(() -> tickets.verify(ticket, path));
  }
}
