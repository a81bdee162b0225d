package com.petstoreapi.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;

/**
 * Makes validators of a document's schemas. Those are of draft 07; they are compiled as of 2020-12,
 * which has what closes an object whose fields several schemas name, and reads all else that these
 * documents use in the same way.
 */
final class Schemas {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final List<String> OF_SCHEMAS = List.of("anyOf", "oneOf");

  private final JsonNode document;

  Schemas(JsonNode document) {
    this.document = document;
  }

  /** As it is: fields that it does not name may be there. */
  JsonSchema open(JsonNode schema) {
    return FACTORY.getSchema(resolved(schema));
  }

  /** With no fields but those that it names, unless it says itself that there may be others. */
  JsonSchema closed(JsonNode schema) {
    JsonNode copy = resolved(schema);
    close(copy);
    return FACTORY.getSchema(copy);
  }

  /** What a reference points to, and that itself where it is none. */
  JsonNode at(JsonNode node) {
    if (!node.has("$ref")) {
      return node;
    }
    String reference = node.get("$ref").asText();
    JsonNode target = document.at(reference.substring(1));
    if (target.isMissingNode()) {
      throw new IllegalArgumentException("nothing is at " + reference);
    }
    return at(target);
  }

  /** A copy with what its references point to in their place; there are no circles. */
  private JsonNode resolved(JsonNode node) {
    JsonNode copy = at(node).deepCopy();
    if (copy instanceof ObjectNode object) {
      object.fields().forEachRemaining(field -> field.setValue(resolved(field.getValue())));
    } else if (copy instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, resolved(array.get(i)));
      }
    }
    return copy;
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      if (hasFields(object) && !object.has("additionalProperties")) {
        object.put("unevaluatedProperties", false);
      }
      closeWithin(object);
    }
  }

  /** The parts of one object stay open: together they are closed. */
  private static void closeWithin(JsonNode schema) {
    schema.path("properties").forEach(Schemas::close);
    close(schema.path("items"));
    OF_SCHEMAS.forEach(name -> schema.path(name).forEach(Schemas::close));
    schema.path("allOf").forEach(part -> closePart(hasFields(schema), part));
  }

  private static void closePart(boolean ofObject, JsonNode part) {
    if (ofObject) {
      closeWithin(part);
    } else {
      close(part);
    }
  }

  private static boolean hasFields(JsonNode schema) {
    boolean fields = schema.has("properties");
    for (JsonNode part : schema.path("allOf")) {
      fields |= hasFields(part);
    }
    return fields;
  }
}
