package com.petstoreapi.systemtests.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;

/** An event stream of which gzip was asked for, as a browser does. */
final class CompressedStream implements AutoCloseable {
  private final InputStream body;
  private final boolean isCompressed;
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  private CompressedStream(InputStream body, boolean isCompressed) {
    this.body = body;
    this.isCompressed = isCompressed;
  }

  static CompressedStream open(URI uri, String token, SSLContext tls) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Accept", "text/event-stream")
            .header("Accept-Encoding", "gzip")
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<InputStream> response =
          HttpClient.newBuilder()
              .sslContext(tls)
              .build()
              .send(request, BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      Optional<String> encoding = response.headers().firstValue("Content-Encoding");
      CompressedStream stream =
          new CompressedStream(response.body(), encoding.filter("gzip"::equals).isPresent());
      Thread reader = new Thread(stream::read, "compressed-stream");
      reader.setDaemon(true);
      reader.start();
      return stream;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    try (BufferedReader text =
        new BufferedReader(
            new InputStreamReader(isCompressed ? inflated(body) : body, StandardCharsets.UTF_8))) {
      text.lines().forEach(lines::add);
    } catch (IOException | RuntimeException ended) {
      // Closed by either side; the test decides what that means.
    }
  }

  /**
   * A reader on top believes that there is always more, and waits for it, unless told otherwise.
   */
  private static InputStream inflated(InputStream body) throws IOException {
    return new GZIPInputStream(body, 1) {
      @Override
      public int available() {
        return 0;
      }
    };
  }

  boolean isCompressed() {
    return isCompressed;
  }

  boolean hasHeard(String text) {
    return lines.stream().anyMatch(line -> line.contains(text));
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
