package com.petstoreapi.auction.outbox;

import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.identity.TokenIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** The token by which this service shows itself to the other. Used by one thread. */
@FunctionalInterface
interface ServiceToken {
  /**
   * A token that is good for some time yet, in its compact form.
   *
   * @throws NotDelivered when there is none to be had
   */
  String get() throws NotDelivered;

  /** A file that somebody else keeps up to date; read anew at each use. */
  static ServiceToken ofFile(Path file) {
    return () -> {
      try {
        return Files.readString(file).trim();
      } catch (IOException e) {
        throw new NotDelivered("the token file " + file + " cannot be read", e);
      }
    };
  }

  /** A development token, renewed before it ends. */
  static ServiceToken ofDevelopment(TokenIssuer issuer, Clock clock) {
    return new Development(issuer, clock);
  }

  /** Issues its own tokens. */
  final class Development implements ServiceToken {
    private static final String USER = "auction-service";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration SPARE = Duration.ofMinutes(5);

    private final TokenIssuer issuer;
    private final Clock clock;
    private String token;
    private Instant renewAt = Instant.MIN;

    private Development(TokenIssuer issuer, Clock clock) {
      this.issuer = issuer;
      this.clock = clock;
    }

    @Override
    public String get() {
      Instant now = clock.instant();
      if (!now.isBefore(renewAt)) {
        token = issuer.issue(USER, Set.of(Roles.PUBLISHER), now, now.plus(LIFE));
        renewAt = now.plus(LIFE).minus(SPARE);
      }
      return token;
    }
  }
}
