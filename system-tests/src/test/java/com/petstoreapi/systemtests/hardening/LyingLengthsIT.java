package com.petstoreapi.systemtests.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.hardening.FrameBytes.LengthForm;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.RawSocket;
import com.petstoreapi.systemtests.support.WithServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames whose 64-bit length says what no frame can be (RFC 6455, 5.2: its first bit is 0). */
@WithServers
class LyingLengthsIT {
  /** So far back is the beginning of the frame itself: the container reads it again and again. */
  private static final long BACK_TO_ITS_OWN_HEAD = -14;

  private static final byte[] NOTHING = {};

  private final PetstoreServers servers;
  private final SocketAttack attack;

  LyingLengthsIT(PetstoreServers servers) {
    this.servers = servers;
    this.attack = new SocketAttack(servers);
  }

  @AfterEach
  void lifeGoesOn() {
    new Survival(servers).goodClientsAreServed();
  }

  @ParameterizedTest
  @ValueSource(ints = {FrameBytes.TEXT, FrameBytes.BINARY})
  void aFrameThatClaimsToBeHugeIsRefusedBeforeItIsRead(int opcode) {
    try (RawSocket socket = attack.open()) {
      socket.send(frame(FrameBytes.FIN | opcode, 1L << 40));

      assertThat(socket.awaitClose().closeCode()).isEqualTo(1009);
    }
  }

  @ParameterizedTest
  @CsvSource({"0x81", "0x82", "0x01", "0x02"})
  void aLengthBelowZeroHoldsNoThread(int firstByte) {
    try (RawSocket socket = attack.open()) {
      socket.send(frame(firstByte, BACK_TO_ITS_OWN_HEAD));
      attack.awaitRest();
    }
    attack.awaitRest();
  }

  @ParameterizedTest
  @ValueSource(ints = {FrameBytes.TEXT, FrameBytes.BINARY})
  void aFragmentWithALengthBelowZeroHoldsNoThread(int opcode) {
    try (RawSocket socket = attack.open()) {
      socket.send(FrameBytes.part(opcode, false, new byte[] {'x'}));
      socket.send(frame(FrameBytes.CONTINUATION, BACK_TO_ITS_OWN_HEAD));
      attack.awaitRest();
    }
    attack.awaitRest();
  }

  private static byte[] frame(int firstByte, long length) {
    return FrameBytes.frame(firstByte, LengthForm.BITS_64, length, true, 0, NOTHING);
  }
}
