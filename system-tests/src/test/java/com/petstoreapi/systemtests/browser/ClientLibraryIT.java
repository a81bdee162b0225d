package com.petstoreapi.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.WithServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The tests that the client library for browsers has of its own, with both services to run on. */
@WithServers
class ClientLibraryIT {
  private static final Path LIBRARY = Path.of("../web/petstore-live");
  private static final int MINUTES = 5;

  private final PetstoreServers servers;

  ClientLibraryIT(PetstoreServers servers) {
    this.servers = servers;
  }

  @Test
  void itsOwnTestsPass() throws IOException, InterruptedException {
    Path told = Path.of("target").toAbsolutePath().resolve("petstore-live.out");
    ProcessBuilder tests =
        new ProcessBuilder(
                PlaywrightNode.path().toString(),
                "--test",
                "--test-concurrency=16", // all at once: they wait more than they work
                "test/**/*.test.js")
            .directory(LIBRARY.toFile())
            .redirectErrorStream(true)
            .redirectOutput(told.toFile());
    tests.environment().put("PETSTORE_STORE", servers.notification("").toString());
    tests.environment().put("PETSTORE_AUCTIONS", servers.auction("").toString());
    Process process = tests.start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    String output = Files.readString(told);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("skipped 0");
  }
}
