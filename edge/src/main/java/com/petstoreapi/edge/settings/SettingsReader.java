package com.petstoreapi.edge.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Reads settings and checks them against their range, so that a service with a wrong one does not
 * start. The unit of a setting is the suffix of its key.
 */
public final class SettingsReader {
  private final Config config;

  public SettingsReader(Config config) {
    this.config = config;
  }

  /**
   * @throws InvalidSetting when the value is no whole number or lies outside of the range
   */
  public int integer(String key, int otherwise, int least, int most) {
    String text = text(key).orElse(Integer.toString(otherwise));
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of range
    }
    throw new InvalidSetting(key, text, "a whole number from " + least + " to " + most);
  }

  /** A duration in seconds; the key ends in {@code -seconds}. */
  public Duration seconds(String key, int otherwise, int least, int most) {
    return Duration.ofSeconds(integer(key, otherwise, least, most));
  }

  public boolean truth(String key, boolean otherwise) {
    String text = text(key).orElse(Boolean.toString(otherwise));
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidSetting(key, text, "true or false");
    };
  }

  /** An address beginning with http:// or https://. */
  public Optional<URI> address(String key) {
    return text(key).map(text -> address(key, text));
  }

  public Optional<Path> path(String key) {
    return text(key).map(Path::of);
  }

  /** The value without white space around it; an empty one counts as none. */
  public Optional<String> text(String key) {
    return config.getOptionalValue(key, String.class).map(String::trim).filter(s -> !s.isEmpty());
  }

  private static URI address(String key, String text) {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null && text.matches("https?://.*")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new InvalidSetting(key, text, "an address that begins with http:// or https://");
  }
}
