package com.petstoreapi.presence.cluster;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.presence.Report;
import com.petstoreapi.presence.Visit;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports as they go from node to node. A later version may add fields. */
final class ReportJson {
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private ReportJson() {}

  static String write(Report report) {
    return JSON.createObjectBuilder()
        .add("node", report.node())
        .add("asks", report.asks())
        .add("stops", report.stops())
        .add("here", places(report.here()))
        .add("gone", places(report.gone()))
        .build()
        .toString();
  }

  /** Empty for what is no report. */
  static Optional<Report> read(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      JsonObject object = reader.readObject();
      return Optional.of(
          new Report(
              object.getString("node"),
              object.getBoolean("asks"),
              object.getBoolean("stops"),
              visits(object.getJsonObject("here")),
              visits(object.getJsonObject("gone"))));
    } catch (RuntimeException e) { // of a version to come
      return Optional.empty();
    }
  }

  /** {@code {"auction/rex":["ann",…],…}}. */
  private static JsonObjectBuilder places(List<Visit> visits) {
    Map<String, JsonArrayBuilder> users = new LinkedHashMap<>();
    for (Visit visit : visits) {
      users.computeIfAbsent(visit.place(), place -> JSON.createArrayBuilder()).add(visit.user());
    }
    JsonObjectBuilder places = JSON.createObjectBuilder();
    users.forEach(places::add);
    return places;
  }

  private static List<Visit> visits(JsonObject places) {
    List<Visit> visits = new ArrayList<>();
    for (String place : places.keySet()) {
      for (JsonString user : places.getJsonArray(place).getValuesAs(JsonString.class)) {
        visits.add(new Visit(place, user.getString()));
      }
    }
    return visits;
  }
}
