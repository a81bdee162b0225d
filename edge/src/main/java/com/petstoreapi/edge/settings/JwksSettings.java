package com.petstoreapi.edge.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the issuer publishes its keys, and how they are fetched.
 *
 * @param address a JWK set (RFC 7517, section 5): by https, or from this machine by http
 * @param cacheTime how long a fetched set is good while the issuer can be reached
 * @param cooldown two fetches at most in this time, however many unknown keys tokens name; shorter
 *     than the cache time
 * @param connectTimeout how long the issuer may take to accept a connection
 * @param readTimeout how long its answer may take in all
 * @param mostBytes longer answers are not read to their end
 */
public record JwksSettings(
    URI address,
    Duration cacheTime,
    Duration cooldown,
    Duration connectTimeout,
    Duration readTimeout,
    int mostBytes) {

  private static final String ADDRESS = "petstore.auth.jwks-url";

  /** Hosts that no message on the network can pretend to be. */
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

  /** Reads {@code petstore.auth.jwks-*}; nothing where no address is set. */
  static Optional<JwksSettings> from(SettingsReader reader) {
    return reader.address(ADDRESS).map(address -> from(reader, trusted(address)));
  }

  private static JwksSettings from(SettingsReader reader, URI address) {
    return new JwksSettings(
        address,
        Duration.ofMinutes(reader.integer("petstore.auth.jwks-cache-minutes", 10, 1, 1_440)),
        reader.seconds("petstore.auth.jwks-cooldown-seconds", 10, 1, 30),
        reader.seconds("petstore.auth.jwks-connect-timeout-seconds", 2, 1, 10),
        reader.seconds("petstore.auth.jwks-read-timeout-seconds", 3, 1, 10),
        1_024 * reader.integer("petstore.auth.jwks-max-kibibytes", 64, 1, 1_024));
  }

  /** Whoever can change the keys on their way can sign tokens of anybody. */
  private static URI trusted(URI address) {
    if (address.getScheme().equals("https") || LOOPBACK.matcher(address.getHost()).matches()) {
      return address;
    }
    throw new InvalidSetting(
        ADDRESS, address.toString(), "an https:// address, or an http:// one of this machine");
  }
}
