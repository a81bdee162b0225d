package com.petstoreapi.systemtests.contract;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One operation of a served document.
 *
 * @param id its operationId
 * @param method in capitals
 * @param path with names in braces
 * @param described all that the document says of it
 */
record Operation(String id, String method, String path, JsonObject described) {
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "delete", "patch", "options", "trace");
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

  static List<Operation> of(JsonObject document) {
    List<Operation> operations = new ArrayList<>();
    JsonObject paths = document.getJsonObject("paths");
    for (String path : paths.keySet()) {
      JsonObject item = paths.getJsonObject(path);
      for (String method : item.keySet()) {
        if (METHODS.contains(method)) {
          JsonObject described = item.getJsonObject(method);
          String id = described.getString("operationId");
          operations.add(new Operation(id, method.toUpperCase(Locale.ROOT), path, described));
        }
      }
    }
    return operations;
  }

  /** The method and the path, as a resource's code has them. */
  String line() {
    return method + ' ' + path;
  }

  /** Whether it is for everybody, with or without a token. */
  boolean isOpen() {
    return described.containsKey("security") && described.getJsonArray("security").isEmpty();
  }

  boolean documents(int status) {
    return described.getJsonObject("responses").containsKey(Integer.toString(status));
  }

  boolean takesBody() {
    return content().isPresent();
  }

  boolean takesJson() {
    return content().isPresent() && content().get().containsKey("application/json");
  }

  /** A body as the document shows it; empty where it shows none. */
  String exampleBody() {
    return takesJson()
        ? content().get().getJsonObject("application/json").get("example").toString()
        : "";
  }

  private Optional<JsonObject> content() {
    return Optional.ofNullable(described.getJsonObject("requestBody"))
        .map(body -> body.getJsonObject("content"));
  }

  int parametersInPath() {
    return (int) PARAMETER.matcher(path).results().count();
  }

  /** The path with these values, encoded as they must be, in turn. */
  String at(String... values) {
    Matcher parameters = PARAMETER.matcher(path);
    StringBuilder address = new StringBuilder();
    int next = 0;
    while (parameters.find()) {
      parameters.appendReplacement(address, Matcher.quoteReplacement(values[next++]));
    }
    return parameters.appendTail(address).toString();
  }

  /** What the document says of an answer with that status, which it does. */
  JsonObject answer(int status, JsonObject document) {
    JsonObject answer =
        described.getJsonObject("responses").getJsonObject(Integer.toString(status));
    return answer.containsKey("$ref")
        ? Json.createPointer(answer.getString("$ref").substring(1))
            .getValue(document)
            .asJsonObject()
        : answer;
  }
}
