package com.petstoreapi.edge.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.petstoreapi.edge.settings.BrowserSettings;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Issues and checks stream tickets: what may stand in an address, where a token must not. A ticket
 * is good for one path and one user, in the roles that the user had, and never outlives the token
 * it was given for. Safe for use by many threads.
 */
public final class Tickets {
  private static final int MAX_LENGTH = 2_048;
  private static final JWSHeader HEADER =
      new JWSHeader.Builder(JWSAlgorithm.HS256)
          .type(new JOSEObjectType("petstore-ticket+jwt"))
          .build();
  private static final String PATH = "path";
  private static final String ROLES = "groups";
  private static final String TOKEN_END = "token_exp";

  private final TicketKeys keys;
  private final Duration life;
  private final Clock clock;

  Tickets(TicketKeys keys, Duration life, Clock clock) {
    this.keys = keys;
    this.life = life;
    this.clock = clock;
  }

  /** With the keys that the settings name. */
  public static Tickets from(BrowserSettings settings, Clock clock) {
    TicketKeys keys =
        settings.createTicketKeys()
            ? TicketKeys.loadOrCreate(settings.ticketKeys())
            : TicketKeys.load(settings.ticketKeys());
    return new Tickets(keys, settings.ticketLife(), clock);
  }

  /**
   * A ticket for that path.
   *
   * @param path of the stream, without a query
   */
  public Ticket issue(UserPrincipal user, String path) {
    Instant end = earlier(clock.instant().plus(life), user.expiresAt());
    SignedJWT ticket =
        new SignedJWT(
            HEADER,
            new JWTClaimsSet.Builder()
                .subject(user.getName())
                .claim(ROLES, List.copyOf(user.roles()))
                .claim(PATH, path)
                .claim(TOKEN_END, user.expiresAt().getEpochSecond())
                .expirationTime(Date.from(end))
                .build());
    try {
      ticket.sign(keys.signer());
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign a ticket", e);
    }
    return new Ticket(ticket.serialize(), end);
  }

  /** Checks a ticket that was shown at a path; what it opens ends with the token behind it. */
  AccessToken verify(String text, String path) throws InvalidToken {
    if (text.length() > MAX_LENGTH) {
      throw new InvalidToken(
          AuthRefusal.MALFORMED, "a ticket longer than " + MAX_LENGTH + " characters");
    }
    try {
      SignedJWT ticket = SignedJWT.parse(text);
      require(ticket.getHeader().toBase64URL().equals(HEADER.toBase64URL()), "no ticket");
      require(isSignedByUs(ticket), "a ticket that is not ours");
      JWTClaimsSet claims = ticket.getJWTClaimsSet();
      if (!clock.instant().isBefore(claims.getExpirationTime().toInstant())) {
        throw new InvalidToken(AuthRefusal.EXPIRED, "a ticket's end");
      }
      require(path.equals(claims.getStringClaim(PATH)), "a ticket for another path");
      return new AccessToken(
          claims.getSubject(),
          Set.copyOf(claims.getStringListClaim(ROLES)),
          Instant.ofEpochSecond(claims.getLongClaim(TOKEN_END)));
    } catch (ParseException | JOSEException e) {
      throw new InvalidToken(AuthRefusal.MALFORMED, e.getClass().getSimpleName());
    }
  }

  private boolean isSignedByUs(SignedJWT ticket) throws JOSEException {
    for (JWSVerifier verifier : keys.verifiers()) {
      if (ticket.verify(verifier)) {
        return true;
      }
    }
    return false;
  }

  private static void require(boolean holds, String otherwise) throws InvalidToken {
    if (!holds) {
      throw new InvalidToken(AuthRefusal.NOT_ACCEPTED, otherwise);
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
