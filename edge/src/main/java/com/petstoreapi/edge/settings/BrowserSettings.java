package com.petstoreapi.edge.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What browsers need beside a token in a header.
 *
 * @param allowedOrigins pages that may open sockets and act by cookie
 * @param ticketKeys a file with the secrets that tickets are signed with; the same on all nodes
 * @param createTicketKeys whether that file is made when it is not there
 * @param ticketLife how long a ticket opens its stream
 */
public record BrowserSettings(
    Set<String> allowedOrigins, Path ticketKeys, boolean createTicketKeys, Duration ticketLife)
    implements Settings {
  private static final String ORIGINS = "petstore.http.allowed-origins";
  private static final String KEY_FILE = "petstore.tickets.key-file";
  private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.\\[\\]:-]+[a-z0-9\\]]");

  public BrowserSettings {
    allowedOrigins = Set.copyOf(allowedOrigins);
  }

  /** Reads {@code petstore.http.allowed-origins} and {@code petstore.tickets.*}. */
  public static BrowserSettings from(SettingsReader reader) {
    boolean development = reader.truth("petstore.dev.tokens", false);
    return new BrowserSettings(
        origins(reader.text(ORIGINS).orElse("")),
        reader.path(KEY_FILE).orElseGet(() -> otherwise(development)),
        development,
        reader.seconds("petstore.tickets.life-seconds", 600, 10, 86_400));
  }

  private static Path otherwise(boolean development) {
    if (development) {
      return Path.of("petstore-ticket-keys");
    }
    throw new IllegalStateException("no key to sign stream tickets with: set " + KEY_FILE);
  }

  private static Set<String> origins(String list) {
    return Stream.of(list.split(","))
        .map(String::trim)
        .filter(origin -> !origin.isEmpty())
        .map(BrowserSettings::requireOrigin)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String requireOrigin(String origin) {
    if (!ORIGIN.matcher(origin).matches()) {
      throw new InvalidSetting(
          ORIGINS, origin, "a list with commas of scheme, host and port, as https://shop.example");
    }
    return origin;
  }
}
