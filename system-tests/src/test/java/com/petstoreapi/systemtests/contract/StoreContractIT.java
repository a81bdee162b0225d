package com.petstoreapi.systemtests.contract;

import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Tokens;
import com.petstoreapi.systemtests.support.WithServers;
import java.net.URI;
import java.util.List;

/** The document of notification-service. */
@WithServers
class StoreContractIT extends ServiceContract {
  private final PetstoreServers servers;
  private final Tokens tokens;

  StoreContractIT(PetstoreServers servers) {
    super(servers, "notification", servers.notification("/"));
    this.servers = servers;
    this.tokens = servers.tokens();
  }

  @Override
  List<Scenarios> scenarios(Contract contract, URI service) {
    return List.of(
        new EdgeScenarios(contract, service, tokens),
        new AdminScenarios(contract, service, tokens, this::openStream),
        new NotificationScenarios(contract, service, tokens),
        new StoreScenarios(contract, service, tokens),
        new SaleScenarios(contract, service, tokens));
  }

  private SseClient openStream(String user) {
    return SseClient.open(servers.notification("/v1/pets/notifications"), tokens.of(user));
  }
}
