package com.petstoreapi.edge.settings;

/**
 * How much one client may take.
 *
 * @param connectionsPerUser streams and sockets of one user on this node
 * @param connectionsPerAddress the same of one IP address, behind which there may be many users
 * @param writesPerSecond requests of one user that change something, in the long run
 * @param writeBurst how many of these at once
 * @param bodyBytes the most that a request's body may have
 */
public record QuotaSettings(
    int connectionsPerUser,
    int connectionsPerAddress,
    int writesPerSecond,
    int writeBurst,
    int bodyBytes)
    implements Settings {

  /** Reads {@code petstore.quota.*}. */
  public static QuotaSettings from(SettingsReader reader) {
    return new QuotaSettings(
        reader.integer("petstore.quota.connections-per-user", 20, 1, 1_000_000),
        reader.integer("petstore.quota.connections-per-address", 10_000, 1, 1_000_000),
        reader.integer("petstore.quota.writes-per-second", 200, 1, 1_000_000),
        reader.integer("petstore.quota.write-burst", 400, 1, 1_000_000),
        1_024 * reader.integer("petstore.quota.body-kibibytes", 4_096, 64, 65_536));
  }
}
