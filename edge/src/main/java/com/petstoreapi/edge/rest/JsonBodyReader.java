package com.petstoreapi.edge.rest;

import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.settings.QuotaSettings;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.inject.Inject;
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

/** Reads bodies for JAX-RS, as far as they may be long. */
@Provider
public class JsonBodyReader implements MessageBodyReader<JsonBody> {
  @Inject private QuotaSettings quotas;

  /** For the container, which fills in what is missing. */
  public JsonBodyReader() {}

  JsonBodyReader(QuotaSettings quotas) {
    this.quotas = quotas;
  }

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
      InputStream stream) {
    int mostBytes = quotas.bodyBytes();
    byte[] bytes = read(stream, mostBytes + 1);
    if (bytes.length > mostBytes) {
      throw new Refusal(ErrorCode.PAYLOAD_TOO_LARGE, "A body has at most " + mostBytes + " bytes.");
    }
    String text = bytes.length == 0 ? "{}" : decode(bytes);
    return new JsonBody(text, JsonText.parse(text));
  }

  /** A client that leaves, or falls silent, half-way is no failure of ours. */
  private static byte[] read(InputStream stream, int atMost) {
    try {
      return stream.readNBytes(atMost);
    } catch (IOException e) {
      throw Refusal.invalid("The body did not come to its end.");
    }
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.invalid("The body is not valid UTF-8.");
    }
  }
}
