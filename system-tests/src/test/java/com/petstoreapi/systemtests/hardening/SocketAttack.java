package com.petstoreapi.systemtests.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.RawSocket;
import com.petstoreapi.systemtests.support.Waiting;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** A socket for somebody who means ill, and what the server must be like afterwards. */
final class SocketAttack {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration BUSY = Duration.ofMillis(600);
  private static final int RESTS_WITHIN_SECONDS = 30;

  private final PetstoreServers servers;
  private final URI uri;

  SocketAttack(PetstoreServers servers) {
    this.servers = servers;
    Auctions auctions = new Auctions(servers);
    this.uri = auctions.socket(auctions.open());
  }

  RawSocket open() {
    RawSocket socket = RawSocket.connect(uri.getPort());
    String token = servers.tokens().of("mallory");
    assertThat(socket.upgrade(uri, "Authorization: Bearer " + token).status()).isEqualTo(101);
    return socket;
  }

  /** No thread goes round in circles: in some second the process needs little of a processor. */
  void awaitRest() {
    AtomicReference<Duration> last = new AtomicReference<>(cpu());
    Waiting.upTo(RESTS_WITHIN_SECONDS, "the server rests")
        .pollDelay(LOOK_EVERY)
        .pollInterval(LOOK_EVERY)
        .until(() -> cpu().minus(last.getAndSet(cpu())).compareTo(BUSY) < 0);
  }

  private Duration cpu() {
    return servers.auction().figures().cpu();
  }
}
