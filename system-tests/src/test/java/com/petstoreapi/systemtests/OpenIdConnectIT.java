package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.Installation;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.NodePackage;
import com.petstoreapi.systemtests.support.OpenIdProvider;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.ServerProcess;
import com.petstoreapi.systemtests.support.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of a real OpenID Connect provider, whose address is all that the server is told. */
@EnabledIf(value = NodePackage.IS_POSSIBLE, disabledReason = "needs Node.js 18 or newer, and npm")
class OpenIdConnectIT {
  private static final String US = "https://petstore.test";
  private static final Installation INSTALLATION = new Installation();

  @TempDir private static Path directory;
  private static OpenIdProvider provider;
  private static ServerProcess server;

  @BeforeAll
  static void startBoth() throws JOSEException, IOException {
    provider = new OpenIdProvider();
    provider.startWith(rsa("at the start"));
    server = INSTALLATION.server(PetstoreServers.freePort(), environment());
    server.start();
  }

  private static Map<String, String> environment() throws IOException {
    Path ticketKeys = Files.writeString(directory.resolve("ticket-keys"), "of the test ".repeat(4));
    return Map.of(
        "PETSTORE_TICKETS_KEY_FILE",
        ticketKeys.toString(),
        "PETSTORE_DEV_TOKENS",
        "false",
        "PETSTORE_AUTH_ISSUER",
        provider.issuer(),
        "PETSTORE_AUTH_AUDIENCE",
        US,
        "PETSTORE_AUTH_JWKS_URL",
        provider.jwksAddress(),
        "PETSTORE_AUTH_JWKS_COOLDOWN_SECONDS",
        "1",
        "PETSTORE_AUTH_ROLES_CLAIM",
        "realm_access.roles");
  }

  @AfterAll
  static void stopBoth() {
    if (server != null) {
      server.stop();
    }
    if (provider != null) {
      provider.close();
    }
    INSTALLATION.close();
  }

  @Test
  void letsInWhoeverTheProviderGaveATokenAndTheRolesInIt() throws JOSEException {
    provider.startWith(rsa("good"));
    String token = provider.token(US);
    awaitAccepted(token);

    var pet = JsonText.of("name", "Rex", "species", "dog", "price", 10);
    as(token).post("/v1/pets", pet).expect(201);
    assertThat(as(token).post("/v1/notifications", JsonText.of()).expect(403).text("code"))
        .isEqualTo("forbidden");
  }

  @Test
  void refusesATokenForSomebodyElse() throws JOSEException {
    provider.startWith(rsa("for all"));
    awaitAccepted(provider.token(US));

    Answer answer = pets(provider.token("https://elsewhere.test")).expect(401);

    assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
  }

  @Test
  void followsTheProvidersKeysWithoutARestart() throws JOSEException {
    JWK old = rsa("old");
    provider.startWith(old);
    String oldToken = provider.token(US);
    awaitAccepted(oldToken);

    provider.startWith(ec("next"), old);
    awaitAccepted(provider.token(US));
    pets(oldToken).expect(200);

    provider.startWith(rsa("last"));
    awaitAccepted(provider.token(US));
    pets(oldToken).expect(401);
  }

  @Test
  void goesOnWithTheKeysItKnowsWhileTheProviderIsAway() throws JOSEException {
    provider.startWith(rsa("known"));
    String known = provider.token(US);
    awaitAccepted(known);
    JWK another = ec("not seen yet");
    provider.startWith(another);
    String unseen = provider.token(US);
    provider.close();

    Answer answer = pets(unseen).expect(503);
    assertThat(answer.text("code")).isEqualTo("unavailable");
    assertThat(answer.header("Retry-After")).isNotEmpty();
    pets(known).expect(200);

    provider.startWith(another);
    awaitAccepted(unseen);
  }

  /** A new key may be asked for only when the cooldown is over. */
  private static void awaitAccepted(String token) {
    Waiting.await("the token is accepted").until(() -> pets(token).status() == 200);
  }

  private static Answer pets(String token) {
    return as(token).get("/v1/pets");
  }

  private static HttpApi as(String token) {
    return new HttpApi(server.uri("/"), token);
  }

  private static JWK rsa(String name) throws JOSEException {
    return new RSAKeyGenerator(2048)
        .keyID(name)
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(JWSAlgorithm.RS256)
        .generate();
  }

  private static JWK ec(String name) throws JOSEException {
    return new ECKeyGenerator(Curve.P_256)
        .keyID(name)
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(JWSAlgorithm.ES256)
        .generate();
  }
}
