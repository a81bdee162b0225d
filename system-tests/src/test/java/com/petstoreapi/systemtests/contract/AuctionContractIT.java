package com.petstoreapi.systemtests.contract;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Tokens;
import com.petstoreapi.systemtests.support.WithServers;
import java.net.URI;
import java.util.List;

/** The document of auction-service. */
@WithServers
class AuctionContractIT extends ServiceContract {
  private final Auctions auctions;
  private final Tokens tokens;

  AuctionContractIT(PetstoreServers servers) {
    super(servers, "auction", servers.auction("/"));
    this.auctions = new Auctions(servers);
    this.tokens = servers.tokens();
  }

  @Override
  List<Scenarios> scenarios(Contract contract, URI service) {
    return List.of(
        new EdgeScenarios(contract, service, tokens),
        new AdminScenarios(contract, service, tokens, this::openStream),
        new AuctionScenarios(contract, service, tokens),
        new WatchScenarios(contract, service, tokens),
        new ChatScenarios(contract, service, tokens),
        new MessageScenarios(contract, service, tokens),
        new CareScenarios(contract, service, tokens));
  }

  private SseClient openStream(String user) {
    return SseClient.open(auctions.events(auctions.open()), tokens.of(user));
  }
}
