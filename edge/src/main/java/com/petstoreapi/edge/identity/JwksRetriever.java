package com.petstoreapi.edge.identity;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.petstoreapi.edge.settings.JwksSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches documents within bounds of time and size. The time is that of the whole exchange, so that
 * an issuer which sends byte after byte does not hold up anybody either. Redirects are not
 * followed.
 */
final class JwksRetriever implements ResourceRetriever {
  private static final int OK = 200;

  private final HttpClient client;
  private final Duration deadline;
  private final int mostBytes;

  JwksRetriever(JwksSettings settings) {
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .build();
    deadline = settings.connectTimeout().plus(settings.readTimeout());
    mostBytes = settings.mostBytes();
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url.toString())).build();
    HttpResponse<byte[]> answer =
        await(client.sendAsync(request, head -> new BoundedBody(mostBytes)));
    if (answer.statusCode() != OK) {
      throw new IOException("status " + answer.statusCode());
    }
    return new Resource(new String(answer.body(), StandardCharsets.UTF_8), null);
  }

  private <T> T await(CompletableFuture<T> answer) throws IOException {
    try {
      return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().toString(), e.getCause());
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no answer within " + deadline.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } finally {
      answer.cancel(true);
    }
  }
}
