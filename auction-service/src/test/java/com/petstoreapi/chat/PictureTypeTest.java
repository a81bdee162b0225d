package com.petstoreapi.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTypeTest {
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a00");

  @ParameterizedTest
  @CsvSource({
    "89504e470d0a1a0a, image/png",
    "ffd8ffe0, image/jpeg",
    "474946383961, image/gif",
    "524946460000000057454250, image/webp"
  })
  void isKnownByHowTheBytesBegin(String hex, String contentType) {
    assertThat(PictureType.of(HexFormat.of().parseHex(hex)).orElseThrow().contentType())
        .isEqualTo(contentType);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<svg onload='x'/>", "<html>", "PNG", "RIFF"})
  void whatIsNoPictureIsRefused(String text) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> StoredPicture.of("a-1", text.getBytes(StandardCharsets.UTF_8)))
        .extracting(Refusal::code)
        .isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void thereIsAMostOfBytes() {
    byte[] most = Arrays.copyOf(PNG, Picture.MOST_BYTES);
    assertThat(StoredPicture.of("a-1", most).picture())
        .isEqualTo(new Picture("a-1", "image/png", Picture.MOST_BYTES));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> StoredPicture.of("a-1", Arrays.copyOf(PNG, Picture.MOST_BYTES + 1)))
        .extracting(Refusal::code)
        .isEqualTo(ErrorCode.PAYLOAD_TOO_LARGE);
  }
}
