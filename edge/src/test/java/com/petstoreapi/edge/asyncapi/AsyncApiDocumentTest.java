package com.petstoreapi.edge.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.contract.Contract;
import com.petstoreapi.edge.json.JsonText;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class AsyncApiDocumentTest {
  @Test
  void isPutTogetherOfItsParts() {
    assertThat(merged("{'a':{'b':1,'d':{'e':null}}}", "{'a':{'c':2,'d':{'f':3}},'g':4}"))
        .isEqualTo(json("{'a':{'b':1,'d':{'e':null,'f':3},'c':2},'g':4}"));
  }

  @Test
  void twoPartsDoNotSayTheSameThing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> merged("{'a':{'b':1}}", "{'a':{'b':1}}"))
        .withMessageContaining("b");
    assertThatIllegalStateException().isThrownBy(() -> merged("{'a':{}}", "{'a':1}"));
  }

  @Test
  void aPartThatIsMissingIsAFault() {
    assertThatThrownBy(() -> AsyncApiDocument.part("asyncapi/nothing.json"))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void theExamplesOfWhatAllStreamsHaveFit() {
    JsonObject document = AsyncApiDocument.read();
    assertThat(document.getString("asyncapi")).isEqualTo("3.0.0");
    assertThat(Contract.of(document.toString()).badExamples()).isEmpty();
  }

  private static JsonObject merged(String some, String others) {
    return AsyncApiDocument.merged(json(some), json(others));
  }

  private static JsonObject json(String text) {
    return JsonText.parse(text.replace('\'', '"')).asJsonObject();
  }
}
