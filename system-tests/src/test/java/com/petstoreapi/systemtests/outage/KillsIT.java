package com.petstoreapi.systemtests.outage;

import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.WithServers;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;

/**
 * The auction server is killed (SIGKILL) over and over while twenty bid. Auctions end in the middle
 * of a kill, while the server is dead, and by an admin's hand as it is killed.
 *
 * <p>The seed is printed. More, or other dice:
 *
 * <pre>mvn verify -Dit.test=KillsIT -Dfailsafe.failIfNoSpecifiedTests=false \
 *     -Dpetstore.kills=100 -Dpetstore.kills.seed=7</pre>
 */
@WithServers
class KillsIT extends Aftermath {
  private static final int KILLS = Integer.getInteger("petstore.kills");
  private static final long SEED = Long.getLong("petstore.kills.seed");

  private final Power power;

  KillsIT(PetstoreServers servers) {
    super(servers, 20, SEED);
    this.power = new Power(servers);
  }

  @BeforeAll
  void twentyBidAndTheServerIsKilledAgainAndAgain() throws InterruptedException {
    System.out.printf("kills: %d, seed %d%n", KILLS, SEED);
    bidThrough(
        hall -> {
          Outages outages = new Outages(auctions, hall, ledger, power, watchers, new Random(SEED));
          outages.many(KILLS - 1);
          outages.whileTheMainAuctionIsClosed();
        },
        power::awaitOn);
  }
}
