package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.AnyCertificate;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.Installation;
import com.petstoreapi.systemtests.support.Keystore;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.Patient;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.RawSocket;
import com.petstoreapi.systemtests.support.ServerProcess;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Tokens;
import com.petstoreapi.systemtests.support.Waiting;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server as it would stand behind a proxy: its own certificate, HSTS, a short time-out. */
class TransportSettingsIT {
  private static final String TO_STAY_SECURE = "max-age=31536000";
  private static final int HEARTBEAT_LONGER_THAN_THE_TIME_OUT = 6;

  @AutoClose private static final Installation INSTALLATION = new Installation();
  private static Keystore keystore;
  private static ServerProcess server;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    keystore = Keystore.create(directory, "shop.example");
    server =
        INSTALLATION.server(
            PetstoreServers.freePort(),
            Map.of(
                "KEYSTORE",
                "file",
                "KEYSTORE_FILE",
                keystore.file().toString(),
                "VARIABLE_SOURCE_DIRS",
                keystore.variables().toString(),
                "STRICT_TRANSPORT_SECURITY",
                TO_STAY_SECURE,
                "HTTP_READ_TIMEOUT",
                "3s",
                "PETSTORE_STREAM_HEARTBEAT_SECONDS",
                Integer.toString(HEARTBEAT_LONGER_THAN_THE_TIME_OUT)));
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void theCertificateIsTheOneOfTheGivenKeystore() throws IOException {
    assertThat(AnyCertificate.shownAt(server.securePort()).getSubjectX500Principal().getName())
        .isEqualTo("CN=shop.example");
  }

  @Test
  @Patient
  void aRenewedCertificateNeedsNoRestart(@TempDir Path directory) throws Exception {
    BigInteger before = AnyCertificate.shownAt(server.securePort()).getSerialNumber();
    Keystore renewed = Keystore.create(directory, "shop.example");
    Files.copy(renewed.file(), keystore.file(), StandardCopyOption.REPLACE_EXISTING);

    Waiting.upTo(40, "the server shows the new certificate")
        .until(() -> !before.equals(AnyCertificate.shownAt(server.securePort()).getSerialNumber()));
  }

  @Test
  void browsersAreToldToStayWithHttpsOverHttpsOnly() {
    assertThat(hsts(new HttpApi(server.secureUri("/"), null))).isEqualTo(TO_STAY_SECURE);
    assertThat(hsts(new HttpApi(server.uri("/"), null))).isEmpty();
  }

  @Test
  void aTrustedProxyMaySayThatItWasHttps() {
    assertThat(
            hsts(
                new HttpApi(server.uri("/"), null),
                "X-Forwarded-For",
                "203.0.113.7",
                "X-Forwarded-Proto",
                "https"))
        .isEqualTo(TO_STAY_SECURE);
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-Proto, https, X-Forwarded-For, '203.0.113.7, 198.51.100.9'",
    "$WSIS, true, $WSSC, https"
  })
  void nobodyElseMay(String header, String value, String other, String otherValue) {
    assertThat(hsts(new HttpApi(server.uri("/"), null), header, value, other, otherValue))
        .isEmpty();
  }

  @Patient
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aHalfSentRequestIsGoneAfterTheTimeOut(boolean secure) {
    try (RawSocket socket = connect(secure)) {
      socket.send("GET /v1/pets HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));

      assertThat(new String(socket.readToEnd(), StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 408 ");
    }
  }

  @Patient
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aHalfSentBodyIsTheFaultOfItsSender(boolean secure) {
    String head = "POST /v1/dev/tokens HTTP/1.1\r\nHost: localhost\r\n";
    String half = "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"user\":";
    try (RawSocket socket = connect(secure)) {
      socket.send((head + half).getBytes(StandardCharsets.US_ASCII));

      assertThat(new String(socket.readToEnd(), StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 400 ");
    }
  }

  @Patient
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aConnectionThatSaysNothingIsGoneToo(boolean secure) {
    try (RawSocket socket = connect(secure)) {
      assertThat(socket.readToEnd())
          .satisfiesAnyOf(
              said -> assertThat(said).isEmpty(),
              said ->
                  assertThat(new String(said, StandardCharsets.US_ASCII))
                      .startsWith("HTTP/1.1 408 "));
    }
  }

  @Patient
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aStreamThatIsQuietForLongerIsNot(boolean secure) {
    URI uri = secure ? server.secureUri(Notifications.STREAM) : server.uri(Notifications.STREAM);
    try (SseClient listener = SseClient.open(uri, new Tokens(server.uri("/")).of("a-listener"))) {
      listener.await("heartbeat");

      assertThat(listener.isOpen()).isTrue();
    }
  }

  private static String hsts(HttpApi api, String... headers) {
    return api.send("GET", "/health", "", headers).expect(200).header("Strict-Transport-Security");
  }

  private static RawSocket connect(boolean secure) {
    return secure
        ? RawSocket.connectSecurely(server.securePort(), 0)
        : RawSocket.connect(server.port());
  }
}
