package com.petstoreapi.systemtests.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.hardening.FrameBytes.LengthForm;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.RawSocket;
import com.petstoreapi.systemtests.support.WithServers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** RFC 6455, 5.1: a client that does not mask could put words into the mouth of a proxy's cache. */
@WithServers
class UnmaskedFramesIT {
  private final SocketAttack attack;

  UnmaskedFramesIT(PetstoreServers servers) {
    this.attack = new SocketAttack(servers);
  }

  @Test
  void anUnmaskedFrameClosesWith1002() {
    byte[] ping = "{\"type\":\"ping\",\"at\":1}".getBytes(StandardCharsets.US_ASCII);
    try (RawSocket socket = attack.open()) {
      int first = FrameBytes.FIN | FrameBytes.TEXT;
      socket.send(FrameBytes.frame(first, LengthForm.BITS_7, ping.length, false, 0, ping));

      assertThat(socket.awaitClose().closeCode()).isEqualTo(1002);
    }
  }
}
