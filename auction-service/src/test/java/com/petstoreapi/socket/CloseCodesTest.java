package com.petstoreapi.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.asyncapi.AsyncApiDocument;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.failure.CloseCause.Reconnect;
import com.petstoreapi.realtime.failure.ErrorCode;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The codes of the AsyncAPI document are those that there are. */
class CloseCodesTest {
  private final JsonObject document = AsyncApiDocument.read();
  private final List<JsonObject> closes =
      document.getJsonArray("x-close-codes").getValuesAs(JsonObject.class);

  @ParameterizedTest
  @EnumSource
  void everyCloseIsThereWithWhatAClientShouldDo(CloseCause cause) {
    assertThat(closes)
        .filteredOn(close -> close.getInt("code") == cause.code())
        .singleElement()
        .extracting(close -> close.getString("client"))
        .isEqualTo(advice(cause.reconnect()));
  }

  @Test
  void everyErrorCodeIsThereAndNoOther() {
    JsonArray codes =
        document
            .getJsonObject("components")
            .getJsonObject("schemas")
            .getJsonObject("ErrorCode")
            .getJsonArray("enum");
    assertThat(codes.getValuesAs(JsonString::getString))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ErrorCode.values()).map(ErrorCode::wire).toList());
  }

  private static String advice(Reconnect reconnect) {
    return switch (reconnect) {
      case NEVER -> "stop";
      case AT_WILL -> "reconnect at will";
      case WITH_BACK_OFF -> "reconnect with back-off";
      case AFTER_NEW_TOKEN -> "get a token, reconnect";
    };
  }
}
