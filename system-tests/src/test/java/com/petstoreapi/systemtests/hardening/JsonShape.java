package com.petstoreapi.systemtests.hardening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A JSON object that a service takes.
 *
 * @param fields JSON texts by name, in the order in which they are written
 */
record JsonShape(Map<String, String> fields) {
  /** From names and JSON texts in turn. */
  static JsonShape of(String... namesAndTexts) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      fields.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return new JsonShape(fields);
  }

  /** The name of one of the fields, whichever number is given. */
  String name(int number) {
    List<String> names = new ArrayList<>(fields.keySet());
    return names.isEmpty() ? "none" : names.get(number % names.size());
  }

  JsonShape with(String name, String text) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.put(name, text);
    return new JsonShape(changed);
  }

  JsonShape without(String name) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.remove(name);
    return new JsonShape(changed);
  }

  String text() {
    return fields.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
