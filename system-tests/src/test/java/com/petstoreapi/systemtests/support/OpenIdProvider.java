package com.petstoreapi.systemtests.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An OpenID Connect provider (npm package {@code oidc-provider}) as a process of its own. It keeps
 * its address over restarts, and has the keys that it is started with.
 */
public final class OpenIdProvider implements AutoCloseable {
  private static final String CLIENT = "petstore-app:known-to-the-test";

  private final Path directory;
  private final int port = PetstoreServers.freePort();
  private Process process;

  /** Installs it. The calling test is skipped where npm's registry cannot be reached. */
  public OpenIdProvider() {
    directory = NodePackage.install(Path.of("src/test/openid-provider"));
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-openid-provider"));
  }

  /** Ends the one that runs and starts another. The first key signs, the others are published. */
  public void startWith(JWK... keys) {
    close();
    try {
      Path file = directory.resolve("keys.json");
      Files.writeString(file, new JWKSet(List.of(keys)).toString(false));
      process =
          new ProcessBuilder("node", "provider.mjs", Integer.toString(port), file.toString())
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("provider.out").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Waiting.await("the provider answers").failFast(this::mustBeAlive).until(this::answers);
  }

  private void mustBeAlive() throws IOException {
    if (!process.isAlive()) {
      throw new AssertionError(Files.readString(directory.resolve("provider.out")));
    }
  }

  private boolean answers() {
    try {
      return discovery().status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  public String issuer() {
    return "http://localhost:" + port;
  }

  /** Where it publishes its keys, as it says itself. */
  public String jwksAddress() {
    return discovery().expect(200).text("jwks_uri");
  }

  private Answer discovery() {
    return send(HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration")));
  }

  /** An access token for that audience, by client credentials (RFC 6749, section 4.4). */
  public String token(String audience) {
    String resource = URLEncoder.encode(audience, StandardCharsets.UTF_8);
    String basic = Base64.getEncoder().encodeToString(CLIENT.getBytes(StandardCharsets.ISO_8859_1));
    Answer answer =
        send(
            HttpRequest.newBuilder(URI.create(issuer() + "/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString("grant_type=client_credentials&resource=" + resource)));
    return answer.expect(200).text("access_token");
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      var response =
          HttpApi.CLIENT.send(
              request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends it; nobody listens at its address any more. */
  @Override
  public void close() {
    if (process != null) {
      process.destroy();
      try {
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("the provider ends").isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
