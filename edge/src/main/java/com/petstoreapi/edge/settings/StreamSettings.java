package com.petstoreapi.edge.settings;

import com.petstoreapi.realtime.delivery.LaneBounds;
import com.petstoreapi.realtime.delivery.TailBounds;
import com.petstoreapi.realtime.delivery.WriterBounds;
import java.time.Duration;

/**
 * How streams are written, kept in memory and delivered.
 *
 * @param heartbeat a client hears something at least this often
 * @param coalescing events of a stream that come within this time are written together
 * @param retry what browsers are told to wait before they reconnect
 * @param transactions how many run at a time, over all streams; one a stream
 * @param commandTimeout how long a request waits for its commit before it is told to come back
 * @param drain over how long the connections are sent away when the server stops
 */
public record StreamSettings(
    Duration heartbeat,
    Duration coalescing,
    Duration retry,
    int transactions,
    Duration commandTimeout,
    Duration drain,
    TailBounds tail,
    WriterBounds writer,
    LaneBounds lanes)
    implements Settings {

  /** Reads {@code petstore.stream.*}; the bounds of a tail are those of each stream. */
  public static StreamSettings from(SettingsReader reader) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new StreamSettings(
        reader.seconds("petstore.stream.heartbeat-seconds", 15, 1, 300),
        Duration.ofMillis(reader.integer("petstore.stream.coalescing-millis", 100, 0, 1_000)),
        Duration.ofMillis(reader.integer("petstore.stream.retry-millis", 2_000, 100, 60_000)),
        reader.integer("petstore.stream.transactions", 16, 1, 1_000),
        reader.seconds("petstore.stream.command-timeout-seconds", 10, 1, 60),
        reader.seconds("petstore.stream.drain-seconds", 5, 0, 15),
        new TailBounds(
            reader.integer("petstore.stream.tail-events", 8_192, 1, 1_000_000),
            1_048_576L * reader.integer("petstore.stream.tail-mebibytes", 32, 1, 4_096)),
        new WriterBounds(
            reader.integer("petstore.stream.max-batch", 500, 1, 10_000),
            reader.integer("petstore.stream.max-waiting", 20_000, 1, 1_000_000)),
        new LaneBounds(
            reader.integer("petstore.stream.lanes", cores, 1, 256),
            reader.integer("petstore.stream.max-stuck-writers", 512, 1, 100_000),
            reader.seconds("petstore.stream.send-deadline-seconds", 5, 1, 60)));
  }
}
