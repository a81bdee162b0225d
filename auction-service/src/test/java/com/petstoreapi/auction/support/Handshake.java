package com.petstoreapi.auction.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer to a request for an upgrade, byte for byte: a client of the JDK shows neither the
 * headers of a 101 nor the body of a 401.
 *
 * @param headers by their names, in any case
 */
public record Handshake(int status, Map<String, String> headers, String body) {
  private static final int LIMIT_MILLIS = 20_000;

  /**
   * Asks for the upgrade and leaves.
   *
   * @param headers whole lines, beside those which every handshake has
   */
  public static Handshake ask(String path, String... headers) {
    try (Socket socket = connect(path, headers)) {
      return read(
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Socket connect(String path, String... headers) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("GET " + path + " HTTP/1.1");
    lines.add("Host: localhost:9481");
    lines.add("Upgrade: websocket");
    lines.add("Connection: Upgrade");
    lines.add("Sec-WebSocket-Version: 13");
    lines.add("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    lines.addAll(List.of(headers));
    String request = String.join("\r\n", lines) + "\r\n\r\n";
    Socket socket = new Socket("localhost", 9481);
    socket.setSoTimeout(LIMIT_MILLIS);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  private static Handshake read(BufferedReader answer) throws IOException {
    int status = Integer.parseInt(answer.readLine().split(" ")[1]);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = answer.readLine(); !line.isEmpty(); line = answer.readLine()) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    char[] body = new char[Integer.parseInt(headers.getOrDefault("Content-Length", "0"))];
    int have = 0;
    while (have < body.length) {
      have += answer.read(body, have, body.length - have);
    }
    return new Handshake(status, headers, new String(body));
  }
}
