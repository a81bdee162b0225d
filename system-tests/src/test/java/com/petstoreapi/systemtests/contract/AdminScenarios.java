package com.petstoreapi.systemtests.contract;

import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Tokens;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.function.Function;

/** What operators look at, and do about it. */
final class AdminScenarios extends Scenarios {
  private static final String LOGGER = "com.petstoreapi.contract";

  private final String admin = some("an-admin");
  private final Function<String, SseClient> stream;

  /**
   * @param stream opens one of the service's streams for a user
   */
  AdminScenarios(
      Contract contract, URI service, Tokens tokens, Function<String, SseClient> stream) {
    super(contract, service, tokens);
    this.stream = stream;
    whatIsOpen();
    logLevels();
  }

  private void whatIsOpen() {
    drive(
        "listConnections",
        () -> {
          asAdmin("listConnections").query("transport=sse&minLag=0&limit=200").expect(200);
          asAdmin("listConnections").query("transport=pigeon").expect(400);
          call("listConnections").by("ann").expect(403);
        });
    drive(
        "endConnection",
        () -> {
          try (SseClient open = stream.apply(admin)) {
            JsonObject page = asAdmin("listConnections").query("user=" + admin).expect(200).json();
            String id = page.getJsonArray("items").getJsonObject(0).getString("id");
            call("endConnection", id).by("ann").expect(403);
            asAdmin("listStreams").expect(200);
            asAdmin("endConnection", id).expect(204);
          }
        });
    drive(
        "listStreams",
        () -> {
          asAdmin("listStreams").query("limit=200").expect(200);
          call("listStreams").by("ann").expect(403);
        });
  }

  private void logLevels() {
    drive(
        "putLogLevel",
        () -> {
          var fine = JsonText.of("level", "FINE", "minutes", 1);
          asAdmin("putLogLevel", LOGGER).body(fine).expect(200);
          asAdmin("putLogLevel", LOGGER).body(JsonText.of("level", "OFF")).expect(400);
          call("putLogLevel", LOGGER).by("ann").body(fine).expect(403);
        });
    drive("getLogLevel", () -> asAdmin("getLogLevel", LOGGER).expect(200));
    drive("deleteLogLevel", () -> asAdmin("deleteLogLevel", LOGGER).expect(204));
  }

  private Call asAdmin(String operationId, String... values) {
    return call(operationId, values).by(admin, "admin");
  }
}
