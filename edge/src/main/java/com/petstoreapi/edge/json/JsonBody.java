package com.petstoreapi.edge.json;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A request's body: JSON in UTF-8, at most {@link #MAX_BYTES}. No body at all counts as an object
 * without fields.
 *
 * @param text the body as it came
 * @param value what it says
 */
public record JsonBody(String text, JsonValue value) {
  /** Enough for a thousand events; more is refused with {@code payload-too-large}. */
  public static final int MAX_BYTES = 4 * 1024 * 1024;

  /** The fields of the object that the body must be. */
  public JsonFields fields() {
    return JsonFields.of(value);
  }

  /** Reads bodies for JAX-RS. */
  @Provider
  public static class Reader implements MessageBodyReader<JsonBody> {
    @Override
    public boolean isReadable(
        Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
      return type == JsonBody.class;
    }

    @Override
    public JsonBody readFrom(
        Class<JsonBody> type,
        Type genericType,
        Annotation[] annotations,
        MediaType mediaType,
        MultivaluedMap<String, String> headers,
        InputStream stream)
        throws IOException {
      byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new Refusal(
            ErrorCode.PAYLOAD_TOO_LARGE, "A body has at most " + MAX_BYTES + " bytes.");
      }
      String text = bytes.length == 0 ? "{}" : decode(bytes);
      return new JsonBody(text, JsonText.parse(text));
    }

    private static String decode(byte[] bytes) {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        throw Refusal.invalid("The body is not valid UTF-8.");
      }
    }
  }
}
