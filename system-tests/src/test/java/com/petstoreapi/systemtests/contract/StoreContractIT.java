package com.petstoreapi.systemtests.contract;

import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Tokens;
import com.petstoreapi.systemtests.support.WithServers;
import java.net.URI;
import java.util.List;

/** The document of notification-service. */
@WithServers
class StoreContractIT extends ServiceContract {
  private final Tokens tokens;

  StoreContractIT(PetstoreServers servers) {
    super(servers, "notification", servers.notification("/"));
    this.tokens = servers.tokens();
  }

  @Override
  List<Scenarios> scenarios(Contract contract, URI service) {
    return List.of(
        new EdgeScenarios(contract, service, tokens),
        new NotificationScenarios(contract, service, tokens),
        new StoreScenarios(contract, service, tokens),
        new SaleScenarios(contract, service, tokens));
  }
}
