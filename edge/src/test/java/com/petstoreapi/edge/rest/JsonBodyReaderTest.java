package com.petstoreapi.edge.rest;

import static com.petstoreapi.edge.support.Refusals.assertInvalid;
import static com.petstoreapi.edge.support.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.settings.QuotaSettings;
import com.petstoreapi.realtime.failure.ErrorCode;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonBodyReaderTest {
  private static final int MOST_BYTES = 65_536;
  private final JsonBodyReader reader =
      new JsonBodyReader(new QuotaSettings(1, 1, 1, 1, MOST_BYTES));

  @Test
  void readsUtf8() throws IOException {
    assertThat(read("{\"name\":\"Žofie 🐕\"}").fields().text("name", 20)).isEqualTo("Žofie 🐕");
  }

  @Test
  void takesNoBodyAtAllForAnObjectWithoutFields() throws IOException {
    assertThat(read("").fields().has("anything")).isFalse();
  }

  @Test
  void refusesWhatIsNoUtf8() {
    byte[][] bad = {
      {(byte) 0xff}, {'"', (byte) 0xc3, '"'}, {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}
    };
    for (byte[] bytes : bad) {
      assertInvalid(() -> read(bytes));
    }
  }

  @Test
  void refusesWhatIsNoJson() {
    assertInvalid(() -> read("userId=ann"));
  }

  @Test
  void refusesWhatDoesNotComeToItsEnd() {
    InputStream silent =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("timed out");
          }
        };
    assertInvalid(() -> read(silent));
  }

  @Test
  void readsAsMuchAsIsAllowed() throws IOException {
    assertThat(read(textOf(MOST_BYTES)).text()).hasSize(MOST_BYTES);
  }

  @Test
  void refusesOneByteMoreWithoutReadingOn() {
    InputStream endless =
        new InputStream() {
          private long given;

          @Override
          public int read() {
            if (++given > MOST_BYTES + 1L) {
              throw new AssertionError("read on");
            }
            return ' ';
          }
        };
    assertThat(refusalOf(() -> read(endless)).code()).isEqualTo(ErrorCode.PAYLOAD_TOO_LARGE);
  }

  @Test
  void readsNothingButBodies() {
    MediaType json = MediaType.APPLICATION_JSON_TYPE;
    assertThat(reader.isReadable(JsonBody.class, JsonBody.class, none(), json)).isTrue();
    assertThat(reader.isReadable(String.class, String.class, none(), json)).isFalse();
    assertThat(reader.isReadable(Object.class, Object.class, none(), json)).isFalse();
  }

  private JsonBody read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private JsonBody read(byte[] bytes) throws IOException {
    return read(new ByteArrayInputStream(bytes));
  }

  private JsonBody read(InputStream stream) throws IOException {
    return reader.readFrom(JsonBody.class, JsonBody.class, none(), null, null, stream);
  }

  private static String textOf(int bytes) {
    return '"' + "x".repeat(bytes - 2) + '"';
  }

  private static Annotation[] none() {
    return new Annotation[0];
  }
}
