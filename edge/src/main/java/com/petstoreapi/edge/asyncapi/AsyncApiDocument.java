package com.petstoreapi.edge.asyncapi;

import static com.petstoreapi.edge.json.Builders.JSON;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The AsyncAPI document of the service that this is part of. It is put together of parts, so that
 * what services have in common is written once: the resource {@code asyncapi/parts} names them, one
 * a line.
 */
public final class AsyncApiDocument {
  private static final String PARTS = "asyncapi/parts";
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private AsyncApiDocument() {}

  /**
   * Reads it from the class path.
   *
   * @throws IllegalStateException when two parts say something else of the same thing
   * @throws UncheckedIOException when a part is missing
   */
  public static JsonObject read() {
    return new String(bytes(PARTS), StandardCharsets.UTF_8)
        .lines()
        .map(AsyncApiDocument::part)
        .reduce(AsyncApiDocument::merged)
        .orElseThrow(() -> new IllegalStateException(PARTS + " is empty"));
  }

  /** One of its parts. */
  static JsonObject part(String resource) {
    try (InputStream in = open(resource);
        JsonReader reader = READERS.createReader(in, StandardCharsets.UTF_8)) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All members of both, and of the objects that both have. */
  static JsonObject merged(JsonObject some, JsonObject others) {
    JsonObjectBuilder all = JSON.createObjectBuilder(some);
    others.forEach(
        (name, value) -> {
          boolean inBoth = some.containsKey(name);
          if (inBoth && some.get(name) instanceof JsonObject mine && value instanceof JsonObject) {
            all.add(name, merged(mine, value.asJsonObject()));
          } else if (inBoth) {
            throw new IllegalStateException("two parts of the document have " + name);
          } else {
            all.add(name, value);
          }
        });
    return all.build();
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = AsyncApiDocument.class.getClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new FileNotFoundException(resource);
    }
    return in;
  }
}
