package com.petstoreapi.systemtests.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;

/** Opens a stream or a socket, reads the head of the response, and then never reads again. */
public final class StalledClient implements AutoCloseable {
  /** The kernel raises this to the least that it allows (about 2 KB). */
  private static final int TINY = 1;

  private final RawSocket socket;
  private final int serverPort;

  private StalledClient(RawSocket socket, int serverPort) {
    this.socket = socket;
    this.serverPort = serverPort;
  }

  public static StalledClient ofStream(URI uri, String token) {
    RawSocket socket = connect(uri);
    String lines = "Accept: text/event-stream\r\nAuthorization: Bearer " + token + "\r\n";
    assertThat(socket.request("GET", uri, lines).status()).isEqualTo(200);
    return new StalledClient(socket, uri.getPort());
  }

  public static StalledClient ofSocket(URI uri, String token) {
    RawSocket socket = connect(uri);
    assertThat(socket.upgrade(uri, "Authorization: Bearer " + token).status()).isEqualTo(101);
    return new StalledClient(socket, uri.getPort());
  }

  private static RawSocket connect(URI uri) {
    return List.of("https", "wss").contains(uri.getScheme())
        ? RawSocket.connectSecurely(uri.getPort(), TINY)
        : RawSocket.connect(uri.getPort(), TINY);
  }

  /** Answers whether it was asked or not, so that the server takes it for alive. Sockets only. */
  public void sayAlive() {
    socket.sendFrame(RawSocket.PONG, new byte[0]);
  }

  /** Says goodbye with 5000, a code that there is not, and stays. Sockets only. */
  public void sayGoodbyeOddly() {
    socket.sendFrame(RawSocket.CLOSE, new byte[] {0x13, (byte) 0x88});
  }

  public boolean isHeldByServer() {
    return KernelSockets.isHeldByServer(serverPort, socket.localPort());
  }

  @Override
  public void close() {
    socket.close();
  }
}
