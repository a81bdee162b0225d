package com.petstoreapi.systemtests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.NodePackage;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.WithServers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The documents as they are served, before a linter with strict rules: not a warning. */
@WithServers
@EnabledIf(
    value = NodePackage.IS_POSSIBLE,
    disabledReason = "needs Node.js 20.19 or newer, and npm")
class OpenApiLintIT {
  private static final int SECONDS = 60;

  private static Path linter;

  private final PetstoreServers servers;

  OpenApiLintIT(PetstoreServers servers) {
    this.servers = servers;
  }

  @BeforeAll
  static void install() {
    linter = NodePackage.install(Path.of("src/test/openapi-lint"));
  }

  @Test
  void thatOfNotificationServiceIsClean() throws IOException, InterruptedException {
    assertClean("notification", servers.notification("/"));
  }

  @Test
  void thatOfAuctionServiceIsClean() throws IOException, InterruptedException {
    assertClean("auction", servers.auction("/"));
  }

  private static void assertClean(String name, URI service)
      throws IOException, InterruptedException {
    Path document = linter.resolve(name + ".yaml");
    Files.writeString(document, new HttpApi(service, null).get("/openapi").expect(200).body());
    Path told = linter.resolve(name + ".out");
    Process lint =
        new ProcessBuilder("node", "lint.mjs", document.toString())
            .directory(linter.toFile())
            .redirectErrorStream(true)
            .redirectOutput(told.toFile())
            .start();
    if (!lint.waitFor(SECONDS, TimeUnit.SECONDS)) {
      lint.destroyForcibly();
    }
    assertThat(lint.waitFor()).as(Files.readString(told)).isZero();
  }
}
