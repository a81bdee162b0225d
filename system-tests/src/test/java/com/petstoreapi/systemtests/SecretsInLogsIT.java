package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Credential;
import com.petstoreapi.systemtests.support.Door;
import com.petstoreapi.systemtests.support.ForgedTokens;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.WithServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Whatever is shown to the services, none of it is found in what they write down. Comes last, so
 * that it looks at the logs of the whole run.
 */
@WithServers
@Order(Integer.MAX_VALUE)
class SecretsInLogsIT {
  /** So much of a secret is enough to know it by, and to be more than chance. */
  private static final int PIECE = 24;

  private static final String SAID = "Joan Doe joan@example.org";
  private static final String ADDRESS = "203.0.113.77";

  private final PetstoreServers servers;

  SecretsInLogsIT(PetstoreServers servers) {
    this.servers = servers;
  }

  @Test
  void noTokenAndNoTicketIsWrittenDown() throws Exception {
    showThemInEveryWay();
    Set<String> pieces =
        servers.tokens().used().stream().map(SecretsInLogsIT::ending).collect(Collectors.toSet());
    assertThat(pieces).hasSizeGreaterThan(10);
    List<Path> logs = logs();
    assertThat(logs).hasSizeGreaterThanOrEqualTo(4);
    for (Path log : logs) {
      String text = Files.readString(log, StandardCharsets.ISO_8859_1);
      assertThat(pieces.stream().filter(text::contains)).as("secrets in %s", log).isEmpty();
    }
  }

  @Test
  void nothingThatPeopleSayAndNoAddressOfTheirsIsWrittenDown() throws Exception {
    String[] from = {"X-Forwarded-For", ADDRESS};
    HttpApi publisher = new Notifications(servers).publisher();
    publisher.post("/v1/notifications", Notifications.notification(SAID, SAID), from).expect(201);
    publisher.send("POST", "/v1/notifications", "{\"" + SAID + "\":", from).expect(400);
    publisher.send("DELETE", "/v1/pets?" + SAID.replace(' ', '+'), "", from).expect(405);
    Auctions auctions = new Auctions(servers);
    try (SocketClient socket = auctions.join("ann", auctions.open())) {
      socket.send(JsonText.of("type", SAID));
      socket.await("error");
    }
    for (Path log : logs()) {
      String text = Files.readString(log, StandardCharsets.ISO_8859_1);
      assertThat(text).as(log.toString()).doesNotContain("Joan", "joan@", ADDRESS);
    }
  }

  private void showThemInEveryWay() throws Exception {
    Auctions auctions = new Auctions(servers);
    String auction = auctions.open();
    Door[] doors = {
      Door.read(servers), Door.write(servers), Door.stream(servers), Door.socket(servers, auction)
    };
    for (Door door : doors) {
      for (Credential.Source source : Credential.Source.values()) {
        for (Credential.State state : Credential.State.values()) {
          door.knock(Credential.of(servers, source, state, door.path()));
        }
      }
    }
    String forged = new ForgedTokens(servers).tampered();
    servers.tokens().remember(forged);
    try (SocketClient socket = auctions.join("ann", auction)) {
      socket.send(JsonText.of("type", "auth", "token", forged));
      socket.await("error");
    }
  }

  /** The signature: what comes before is alike in many. */
  private static String ending(String secret) {
    return secret.substring(secret.length() - PIECE);
  }

  /** Consoles, messages and incidents of both servers. */
  private List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.walk(servers.userDirectory())) {
      return files.filter(Files::isRegularFile).filter(SecretsInLogsIT::isLog).toList();
    }
  }

  private static boolean isLog(Path file) {
    return file.toString().endsWith(".out") || file.toString().contains("/logs/");
  }
}
