package com.petstoreapi.systemtests.support;

import com.petstoreapi.contract.Channel;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** HTTP and WebSocket by hand, for what no proper client would send or fail to read. */
public final class RawSocket implements AutoCloseable {
  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int PONG = 10;
  private static final int FIN = 0x80;
  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(20).toMillis();

  private final Socket socket;
  private final DataInputStream in;
  private Optional<Channel> channel = Optional.empty();

  /** A frame as it came; for a close frame {@link #closeCode()} tells the code. */
  public record Frame(int opcode, byte[] payload) {
    public int closeCode() {
      return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
    }

    public String closeReason() {
      return payload.length < 2
          ? ""
          : new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
    }
  }

  /** The head of a response; names of headers are in lower case. */
  public record Head(int status, Map<String, String> headers) {
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  private RawSocket(Socket socket) throws IOException {
    this.socket = socket;
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 512));
  }

  private static Socket open(int port, int receiveBuffer) throws IOException {
    Socket socket = new Socket();
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress("localhost", port), PATIENCE_MILLIS);
    return socket;
  }

  public static RawSocket connect(int port) {
    return connect(port, 0);
  }

  /**
   * @param receiveBuffer bytes the kernel may hold for us, set before the connection is made so
   *     that the window is small from the start; 0 leaves the system's choice
   */
  public static RawSocket connect(int port, int receiveBuffer) {
    try {
      return new RawSocket(open(port, receiveBuffer));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** The same over TLS. */
  public static RawSocket connectSecurely(int port, int receiveBuffer) {
    try {
      return new RawSocket(AnyCertificate.secure(open(port, receiveBuffer)));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Asks for an upgrade with these further header lines and returns the head of the answer. */
  public Head upgrade(URI uri, String... headerLines) {
    channel = Conformance.channelAt(uri);
    StringBuilder lines = new StringBuilder();
    lines.append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n");
    lines.append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    for (String line : headerLines) {
      lines.append(line).append("\r\n");
    }
    return request("GET", uri, lines.toString());
  }

  /** Sends a request without a body, each header line ended by CR LF, and reads the head. */
  public Head request(String method, URI uri, String headerLines) {
    return request(method, uri, headerLines, "");
  }

  /** The same with a body, of which the header lines must tell. */
  public Head request(String method, URI uri, String headerLines, String body) {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    send(
        (method
                + " "
                + uri.getRawPath()
                + query
                + " HTTP/1.1\r\nHost: localhost:"
                + uri.getPort()
                + "\r\n"
                + headerLines
                + "\r\n"
                + body)
            .getBytes(StandardCharsets.UTF_8));
    return head();
  }

  /** Reads the head of a response. */
  public Head head() {
    try {
      String statusLine = line();
      Map<String, String> headers = new TreeMap<>();
      for (String line = line(); !line.isEmpty(); line = line()) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
      }
      return new Head(Integer.parseInt(statusLine.split(" ")[1]), headers);
    } catch (IOException broken) {
      throw new UncheckedIOException("no answer", broken);
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  public void sendText(String message) {
    sendFrame(TEXT, message.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends one final frame, masked with zeros, which RFC 6455 allows and which costs nothing. */
  public void sendFrame(int opcode, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
    frame.put((byte) (FIN | opcode));
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else if (payload.length < 65536) {
      frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
    } else {
      frame.put((byte) (0x80 | 127)).putLong(payload.length);
    }
    frame.putInt(0).put(payload).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    send(bytes);
  }

  /** Sends just these bytes, whatever they mean. */
  public void send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (SocketException closedByServer) {
      // It may close while we still send; what it said last is still to be read.
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The next byte, or -1 when the server has closed the connection. */
  public int readByte() throws IOException {
    try {
      return in.read();
    } catch (SocketException reset) {
      return -1;
    }
  }

  /** Says that nothing more will come; what the server has to say can still be read. */
  public void endOutput() {
    try {
      socket.shutdownOutput();
    } catch (IOException closedByServer) {
      // Then it need not be told.
    }
  }

  public Frame readFrame() throws IOException {
    int head = in.readUnsignedByte();
    long length = in.readUnsignedByte() & 0x7f;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    byte[] payload = new byte[(int) length];
    in.readFully(payload);
    if (head == (FIN | TEXT)) {
      channel.ifPresent(
          known -> Conformance.told(known, new String(payload, StandardCharsets.UTF_8)));
    }
    return new Frame(head & 0x0f, payload);
  }

  /** Reads on until the server says goodbye. */
  public Frame awaitClose() {
    try {
      Frame frame = readFrame();
      while (frame.opcode() != CLOSE) {
        frame = readFrame();
      }
      return frame;
    } catch (EOFException | SocketException withoutGoodbye) {
      throw new AssertionError("the server closed without a close frame", withoutGoodbye);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What is left of a response whose head says how long it is. */
  public String body(Head head) {
    try (ByteArrayOutputStream body = new ByteArrayOutputStream()) {
      body.write(in.readNBytes(Integer.parseInt("0" + head.header("content-length"))));
      return body.toString(StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What comes until the server closes the connection, which it must do in time. */
  public byte[] readToEnd() {
    try {
      return in.readAllBytes();
    } catch (SocketException reset) {
      return new byte[0];
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public int localPort() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // What was wanted.
    }
  }
}
