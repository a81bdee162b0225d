package com.petstoreapi.systemtests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.HttpApi;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a running service says of itself at {@code /openapi}, and whether an answer keeps to it. */
final class Contract {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private final JsonObject document;
  private final Map<String, Operation> operations;

  private Contract(JsonObject document) {
    this.document = document;
    this.operations =
        Operation.of(document).stream()
            .collect(Collectors.toMap(Operation::id, Function.identity()));
  }

  /**
   * @param service where it is
   */
  static Contract servedBy(URI service) {
    HttpApi anybody = new HttpApi(service, null);
    return new Contract(
        anybody.send("GET", "/openapi", "", "Accept", "application/json").expect(200).json());
  }

  Collection<Operation> operations() {
    return operations.values();
  }

  Operation operation(String id) {
    assertThat(operations).as("the document").containsKey(id);
    return operations.get(id);
  }

  /** Unless the document says the contrary in so many words. */
  private static boolean isAlwaysThere(JsonObject header) {
    return header.getBoolean("required", true);
  }

  /** Fails unless status, headers, media type and body are as the document has them. */
  void check(Operation operation, Answer answer) {
    String told = operation.line() + " → " + answer.status() + ' ' + answer.body();
    assertThat(operation.documents(answer.status())).as("documented: %s", told).isTrue();
    JsonObject described = operation.answer(answer.status(), document);
    if (described.containsKey("headers")) {
      JsonObject headers = described.getJsonObject("headers");
      headers.keySet().stream()
          .filter(name -> isAlwaysThere(headers.getJsonObject(name)))
          .forEach(name -> assertThat(answer.header(name)).as("%s of %s", name, told).isNotEmpty());
    }
    if (!described.containsKey("content")) {
      assertThat(answer.body()).as(told).isEmpty();
    } else if (!operation.method().equals("HEAD")) {
      checkBody(described.getJsonObject("content"), answer, told);
    }
  }

  private void checkBody(JsonObject content, Answer answer, String told) {
    String mediaType = answer.header("Content-Type").replaceFirst("\\s*;.*", "");
    assertThat(content).as("media types of %s", told).containsKey(mediaType);
    if (mediaType.endsWith("json")) {
      JsonObject schema =
          ClosedSchemas.close(content.getJsonObject(mediaType).get("schema"), document);
      assertThat(SCHEMAS.getSchema(schema.toString()).validate(answer.body(), InputFormat.JSON))
          .as(told)
          .isEmpty();
    }
  }
}
