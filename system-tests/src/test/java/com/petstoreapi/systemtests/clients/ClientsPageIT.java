package com.petstoreapi.systemtests.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.petstoreapi.systemtests.browser.Chromium;
import com.petstoreapi.systemtests.browser.PlaywrightNode;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.WithServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The programs of docs/clients.md, run as they stand there. */
@WithServers
class ClientsPageIT {
  private static final String PAGE = "clients.md";

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;
  private final String auction;
  private Program program;

  @TempDir private Path directory;

  ClientsPageIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
    this.auction = auctions.open();
  }

  @AfterEach
  void stop() {
    if (program != null) {
      program.close();
    }
  }

  private void run(String... command) {
    program =
        Program.start(
            directory,
            Map.of(
                "PETSTORE_STORE", servers.notification("").toString(),
                "PETSTORE_AUCTIONS", servers.auction("").toString(),
                "PETSTORE_AUCTION", auction,
                "PETSTORE_TOKEN", servers.tokens().of("ann")),
            command);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  /** Pets are adopted until the program has told of one: it may take its time to begin. */
  private void assertTellsOfAdoptions() {
    program.awaitTold(this::adopt);
  }

  private String adopt() {
    String name = "Pet-" + UUID.randomUUID().toString().substring(0, 8);
    String pet = notifications.newPet(name);
    notifications.as("bob").send("POST", "/v1/pets/" + pet + "/adoption", "{}").expect(201);
    return name;
  }

  private void assertTellsOfBids() {
    int[] amount = {100};
    program.awaitTold(
        () -> {
          amount[0] += 1;
          auctions.bid(amount[0] % 2 == 0 ? "bob" : "eve", auction, amount[0]).expect(201);
          return Integer.toString(amount[0]);
        });
  }

  @Test
  void allProgramsAreTriedHere() {
    assertThat(Snippets.languages(PAGE))
        .containsExactly(
            "sh", "html", "bash", "bash", "bash", "js", "java", "java", "python", "python");
  }

  @Test
  void aTokenByCurl() {
    String script = Snippets.in(PAGE, "sh").get(0);
    run(
        "bash",
        "-c",
        script
                .replace("http://localhost:9080", servers.notification("").toString())
                .replace("http://localhost:9081", servers.auction("").toString())
            + "\necho \"token: $PETSTORE_TOKEN\"");
    program.awaitTold(() -> "token: ey");
  }

  @Test
  void theStreamByCurl() {
    run("bash", "-c", Snippets.in(PAGE, "bash").get(0));
    assertTellsOfAdoptions();
  }

  @Test
  void theAuctionByCurl() {
    run("bash", "-c", Snippets.in(PAGE, "bash").get(1));
    assertTellsOfBids();
  }

  @Test
  void aBidByCurl() {
    run("bash", "-c", Snippets.in(PAGE, "bash").get(2));
    program.awaitTold(() -> "bidId");
    assertThat(auctions.bidLog(auction)).hasSize(1);
  }

  @Test
  @EnabledIf(value = Chromium.IS_THERE, disabledReason = "there is no Chromium on this machine")
  void theLibraryInABrowser() {
    try (Chromium chromium = new Chromium()) {
      BrowserContext person = chromium.person();
      Page page = person.newPage();
      String snippet = Snippets.in(PAGE, "html").get(0);
      page.route(
          "**/snippet.html",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("text/html")
                      .setBody("<!doctype html><link rel=\"icon\" href=\"data:,\">" + snippet)));
      String address = servers.notification("/app/snippet.html").toString();
      page.waitForResponse("**/v1/pets/notifications**", () -> page.navigate(address));
      ConsoleMessage told =
          page.waitForConsoleMessage(
              new Page.WaitForConsoleMessageOptions()
                  .setPredicate(message -> message.text().contains("was adopted"))
                  .setTimeout(20_000),
              this::adopt);
      assertThat(told.text()).startsWith("Pet-");
    }
  }

  @Test
  void theLibraryInNode() throws IOException {
    Files.createSymbolicLink(
        directory.resolve("petstore-live"), Path.of("../web/petstore-live").toAbsolutePath());
    Path script = file("client.mjs", Snippets.in(PAGE, "js").get(0));
    run(PlaywrightNode.path().toString(), script.toString());
    assertTellsOfAdoptions();
    assertTellsOfBids();
  }

  @Test
  void theStreamByJakartaRest() throws IOException {
    runJava("WatchTheStore", Snippets.in(PAGE, "java").get(0));
    assertTellsOfAdoptions();
  }

  @Test
  void theAuctionByJakartaWebSocket() throws IOException {
    runJava("FollowAnAuction", Snippets.in(PAGE, "java").get(1));
    assertTellsOfBids();
  }

  private void runJava(String name, String text) throws IOException {
    Path source = file(name + ".java", text);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    run(java, "-cp", classPath, source.toString());
  }

  @Test
  void theStreamByPython() throws IOException {
    run(pythonWith("json"), file("stream.py", Snippets.in(PAGE, "python").get(0)).toString());
    assertTellsOfAdoptions();
  }

  @Test
  void theAuctionByPython() throws IOException {
    run(
        pythonWith("websockets"),
        file("socket.py.txt", Snippets.in(PAGE, "python").get(1)).toString());
    assertTellsOfBids();
  }

  /** The machine's own first: it is the one that packages are installed for. */
  private static String pythonWith(String module) {
    Optional<String> python =
        Stream.of("/usr/bin/python3", "python3").filter(each -> imports(each, module)).findFirst();
    assumeTrue(python.isPresent(), "there is no Python with " + module + " on this machine");
    return python.orElseThrow();
  }

  private static boolean imports(String python, String module) {
    try {
      Process process = new ProcessBuilder(python, "-c", "import " + module).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
