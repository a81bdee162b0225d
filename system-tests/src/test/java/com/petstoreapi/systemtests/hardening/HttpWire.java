package com.petstoreapi.systemtests.hardening;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** HTTP/1.1 by hand, for requests that no client would send. */
final class HttpWire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(20).toMillis();
  private static final int MOST_LINE = 100_000;

  private final Socket socket = new Socket();
  private final BufferedInputStream in;

  /**
   * @param from a loopback address: each has its own ports, and refusals use up many
   */
  HttpWire(int port, String from) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.bind(new InetSocketAddress(from, 0));
    socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Says that nothing more will come, so that the server need not wait for it. */
  void end() throws IOException {
    socket.shutdownOutput();
  }

  /**
   * The next answer that is final; none when the server closed instead.
   *
   * @param toHead whether it answers a HEAD, and so has no body
   */
  Optional<HttpAnswer> read(boolean toHead) throws IOException {
    Optional<HttpAnswer> answer = readOne(toHead);
    while (answer.filter(one -> one.status() < 200 && one.status() != 101).isPresent()) {
      answer = readOne(toHead);
    }
    return answer;
  }

  private Optional<HttpAnswer> readOne(boolean toHead) throws IOException {
    String statusLine = line();
    if (statusLine.isEmpty()) {
      return Optional.empty();
    }
    if (!statusLine.matches("HTTP/\\d\\.\\d \\d{3}.*")) {
      throw new IOException("no HTTP answer: " + statusLine);
    }
    int status = Integer.parseInt(statusLine.substring(9, 12));
    Map<String, String> headers = headers();
    HttpAnswer head = new HttpAnswer(status, headers, "");
    boolean empty = toHead || status < 200 || status == 204 || status == 304 || head.isStream();
    return Optional.of(new HttpAnswer(status, headers, empty ? "" : body(head)));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw new IOException("no header: " + line);
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.put(name, line.substring(colon + 1).trim());
    }
    return headers;
  }

  private String body(HttpAnswer head) throws IOException {
    if (head.header("transfer-encoding").equals("chunked")) {
      return chunks();
    }
    String length = head.header("content-length");
    byte[] body = length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    return new String(body, StandardCharsets.UTF_8);
  }

  private String chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int size = Integer.parseInt(line().trim(), 16);
    while (size > 0) {
      body.write(in.readNBytes(size));
      line();
      size = Integer.parseInt(line().trim(), 16);
    }
    line();
    return body.toString(StandardCharsets.UTF_8);
  }

  /** Without its end; empty at the end of the stream. */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 && line.isEmpty()) {
        return "";
      }
      if (next < 0 || line.length() > MOST_LINE) {
        throw new EOFException("the answer ends in a line: " + line);
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
