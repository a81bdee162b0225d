package com.petstoreapi.systemtests.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.RawSocket;
import com.petstoreapi.systemtests.support.WithServers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message whose last fragment never comes must not fill the memory. */
@WithServers
class FragmentsWithoutEndIT {
  private static final int FRAGMENT = 60_000;
  private static final int FRAGMENTS = 2_500;
  private static final long GROWTH_LIMIT_BYTES = 32L << 20;

  private final PetstoreServers servers;
  private final SocketAttack attack;

  FragmentsWithoutEndIT(PetstoreServers servers) {
    this.servers = servers;
    this.attack = new SocketAttack(servers);
  }

  @AfterEach
  void lifeGoesOn() {
    new Survival(servers).goodClientsAreServed();
  }

  @ParameterizedTest
  @CsvSource({"1, 1009", "2, 1003"})
  void aHundredAndFiftyMegabytesInFragmentsAreRefusedEarly(int opcode, int closeCode) {
    long before = servers.auction().liveHeapBytes();
    try (RawSocket socket = attack.open()) {
      socket.send(FrameBytes.part(opcode, false, new byte[FRAGMENT]));
      byte[] next = FrameBytes.part(FrameBytes.CONTINUATION, false, new byte[FRAGMENT]);
      IntStream.range(1, FRAGMENTS).forEach(i -> socket.send(next));

      assertThat(servers.auction().liveHeapBytes() - before).isLessThan(GROWTH_LIMIT_BYTES);
      assertThat(socket.awaitClose().closeCode()).isEqualTo(closeCode);
    }
  }

  @Test
  void emptyFragmentsWithoutEndAreRefused() {
    try (RawSocket socket = attack.open()) {
      socket.send(FrameBytes.part(FrameBytes.TEXT, false, new byte[0]));
      byte[] next = FrameBytes.part(FrameBytes.CONTINUATION, false, new byte[0]);
      IntStream.range(0, 5_000).forEach(i -> socket.send(next));

      assertThat(socket.awaitClose().closeCode()).isEqualTo(1009);
    }
  }

  /** Once an empty part kept the container from seeing the end of a connection, for ever. */
  @Test
  void anEmptyPartAfterARefusalDoesNotKeepTheConnectionOpen() {
    try (RawSocket socket = attack.open()) {
      socket.send(FrameBytes.part(FrameBytes.BINARY, false, new byte[] {1}));
      socket.send(FrameBytes.part(FrameBytes.CONTINUATION, true, new byte[0]));
      socket.endOutput();

      assertThat(socket.awaitClose().closeCode()).isEqualTo(1003);
      assertThat(socket.readToEnd()).isEmpty();
    }
  }
}
