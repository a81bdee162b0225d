package com.petstoreapi.systemtests.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.HostileInput;
import com.petstoreapi.systemtests.support.RawSocket;
import com.petstoreapi.systemtests.support.RawSocket.Frame;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** One socket. Used by one thread at a time. */
final class SocketTarget implements Target {
  /** Fewer than the answers that the service keeps for a client which does not read. */
  private static final int WINDOW = 32;

  /** The contract's, and those with which the container refuses a frame. */
  private static final Set<Integer> CLOSE_CODES =
      Set.of(1000, 1001, 1002, 1003, 1007, 1008, 1009, 1012, 1013, 4401, 4403, 4408, 4429);

  private static final int NO_CODE = 1005;
  private static final int SERVER_FAULT = 1011;

  /** What the container says when a client ends without a close frame, as this one does. */
  private static final String ENDED_BY_US = "Connection closed: Read failed.";

  private static final int ECHO_OF_OURS = 4999;

  private final URI uri;
  private final String token;
  private long fence;

  SocketTarget(URI uri, String token) {
    this.uri = uri;
    this.token = token;
  }

  @Override
  public void strike(List<Input> inputs) throws IOException {
    try (RawSocket socket = RawSocket.connect(uri.getPort())) {
      assertThat(socket.upgrade(uri, "Authorization: Bearer " + token).status()).isEqualTo(101);
      List<Input> sound = inputs.stream().filter(Input::sound).toList();
      for (int from = 0; from < sound.size(); from += WINDOW) {
        sound
            .subList(from, Math.min(from + WINDOW, sound.size()))
            .forEach(input -> socket.send(input.bytes()));
        awaitAnswers(socket);
      }
      inputs.stream().filter(input -> !input.sound()).forEach(input -> socket.send(input.bytes()));
      socket.endOutput();
      readToTheEnd(socket);
    }
  }

  /** A ping, whose pong comes after the answers to all before it. */
  private void awaitAnswers(RawSocket socket) throws IOException {
    String at = "\"fence-" + ++fence + "\"";
    socket.send(FrameBytes.text("{\"type\":\"ping\",\"at\":" + at + "}", 0));
    Frame frame = socket.readFrame();
    while (!new String(frame.payload(), StandardCharsets.UTF_8).contains(at)) {
      assertThat(frame.opcode())
          .as("the socket stays: %s", text(frame))
          .isNotEqualTo(RawSocket.CLOSE);
      check(frame);
      frame = socket.readFrame();
    }
  }

  private static void readToTheEnd(RawSocket socket) throws IOException {
    try {
      while (true) {
        check(socket.readFrame());
      }
    } catch (EOFException | SocketException closed) {
      // What was to come.
    }
  }

  private static void check(Frame frame) {
    if (frame.opcode() == RawSocket.CLOSE) {
      assertThat(isKnown(frame))
          .as("close code %s: %s", frame.closeCode(), frame.closeReason())
          .isTrue();
    } else if (frame.opcode() == RawSocket.TEXT) {
      HostileInput.assertShowsNoInsides(text(frame));
      assertThat(text(frame)).doesNotContain("\"code\":\"internal\"");
    }
  }

  private static boolean isKnown(Frame close) {
    int code = close.closeCode();
    return CLOSE_CODES.contains(code)
        || code == ECHO_OF_OURS
        || code == NO_CODE
        || code == SERVER_FAULT && close.closeReason().startsWith(ENDED_BY_US);
  }

  private static String text(Frame frame) {
    return new String(frame.payload(), StandardCharsets.UTF_8);
  }
}
