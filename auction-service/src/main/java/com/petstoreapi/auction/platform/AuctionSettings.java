package com.petstoreapi.auction.platform;

import com.petstoreapi.auction.outbox.RelaySettings;
import com.petstoreapi.edge.settings.Settings;
import com.petstoreapi.edge.settings.SettingsReader;
import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.presence.PresenceSettings;
import com.petstoreapi.socket.SocketSettings;
import java.net.URI;
import java.time.Duration;

/**
 * What is set for this service alone.
 *
 * @param seed whether an empty service gets some auctions to look at
 */
record AuctionSettings(
    boolean seed, RelaySettings relay, SocketSettings socket, PresenceSettings presence)
    implements Settings {
  private static final URI EMBEDDED = URI.create("http://localhost:9080");

  /**
   * Reads {@code petstore.seed}, {@code petstore.notifications.*}, {@code petstore.socket.*} and
   * {@code petstore.presence.*}.
   */
  static AuctionSettings from(SettingsReader reader, StreamSettings streams) {
    return new AuctionSettings(
        reader.truth("petstore.seed", false),
        relay(reader),
        socket(reader, streams.heartbeat()),
        presence(reader));
  }

  private static RelaySettings relay(SettingsReader reader) {
    return new RelaySettings(
        reader.address("petstore.notifications.url").orElse(EMBEDDED),
        reader.path("petstore.notifications.token-file"),
        reader.seconds("petstore.notifications.connect-timeout-seconds", 2, 1, 60),
        reader.seconds("petstore.notifications.read-timeout-seconds", 5, 1, 60));
  }

  private static PresenceSettings presence(SettingsReader reader) {
    Duration renewal = reader.seconds("petstore.presence.renewal-seconds", 10, 1, 300);
    int leastLease = Math.toIntExact(renewal.toSeconds()) + 1;
    return new PresenceSettings(
        reader.integer("petstore.presence.most-names", 200, 0, 10_000),
        reader.seconds("petstore.presence.grace-seconds", 10, 0, 300),
        renewal,
        reader.seconds("petstore.presence.lease-seconds", 25, leastLease, 600));
  }

  private static SocketSettings socket(SettingsReader reader, Duration heartbeat) {
    return new SocketSettings(
        heartbeat,
        reader.seconds("petstore.socket.ping-seconds", 25, 1, 300),
        reader.seconds("petstore.socket.pong-seconds", 10, 1, 300),
        reader.integer("petstore.socket.messages-per-second", 20, 1, 100_000),
        reader.integer("petstore.socket.burst", 40, 1, 100_000),
        reader.integer("petstore.socket.most-refused", 100, 1, 100_000));
  }
}
