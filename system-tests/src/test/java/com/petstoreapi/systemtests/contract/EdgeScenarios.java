package com.petstoreapi.systemtests.contract;

import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Tokens;
import java.net.URI;
import java.util.List;

/** What both services offer: tokens, sessions, tickets, and what is for admins. */
final class EdgeScenarios extends Scenarios {
  EdgeScenarios(Contract contract, URI service, Tokens tokens) {
    super(contract, service, tokens);
    identity();
    administration();
  }

  private void identity() {
    drive(
        "issueDevelopmentToken",
        () -> {
          call("issueDevelopmentToken")
              .body(JsonText.of("user", "ann", "roles", List.of("user"), "ttlSeconds", 60))
              .expect(200);
          call("issueDevelopmentToken").body(JsonText.of("user", "")).expect(400);
        });
    drive("beginSession", () -> call("beginSession").by("ann").expect(200));
    drive("endSession", () -> call("endSession").expect(204));
    drive(
        "issueTicket",
        () ->
            call("issueTicket")
                .by("ann")
                .body(JsonText.of("path", "/v1/pets/notifications"))
                .expect(201));
  }

  private void administration() {
    drive(
        "endConnections",
        () -> {
          call("endConnections", some("ann")).by("an-admin", "admin").expect(200);
          call("endConnections", "ann").by("ann").expect(403);
        });
  }
}
