package com.petstoreapi.systemtests.contract;

import com.petstoreapi.systemtests.support.Tokens;
import java.net.URI;

/** Watch lists. */
final class WatchScenarios extends Scenarios {
  WatchScenarios(Contract contract, URI service, Tokens tokens) {
    super(contract, service, tokens);
    drive("watchPet", () -> watch("pet-1"));
    drive(
        "getWatch",
        () -> {
          watch("pet-1");
          call("getWatch", "pet-1").by("ann").expect(200);
          call("getWatch", "pet-1").by("sam", "support").expect(403);
        });
    drive(
        "listWatches",
        () -> {
          watch("pet-1");
          call("listWatches").by("ann").query("limit=1").expect(200);
        });
    drive("unwatchPet", () -> call("unwatchPet", "pet-1").by("ann").expect(204));
  }

  private void watch(String pet) {
    call("watchPet", pet).by("ann").expect(204);
  }
}
