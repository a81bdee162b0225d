package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Installation;
import com.petstoreapi.systemtests.support.Keystore;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.ServerProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot do its work ends, and says why in one line: nobody shall take it for up. */
class FailedStartIT {
  private static final String SAYS = "PETSTORE LIVE CANNOT START: ";
  private static final int EXIT_CODE = 3;

  @AutoClose private static final Installation INSTALLATION = new Installation();

  @AfterEach
  void repair() throws IOException {
    INSTALLATION.restore();
  }

  @Test
  void whenItsPortIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0)) {
      int port = other.getLocalPort();
      assertThat(reasonOf(INSTALLATION.server(port, Map.of())))
          .startsWith("port " + port + " is taken by another process");
    }
  }

  @Test
  void whenItsPortForTlsIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0)) {
      String port = Integer.toString(other.getLocalPort());
      assertThat(reasonOf(server(Map.of("HTTPS_PORT", port))))
          .startsWith("port " + port + " is taken by another process");
    }
  }

  @Test
  void whenItsKeystoreCannotBeRead(@TempDir Path directory) throws Exception {
    Keystore keystore = Keystore.create(directory, "shop.example");
    Map<String, String> settings =
        Map.of(
            "KEYSTORE", "file",
            "KEYSTORE_FILE", keystore.file().toString(),
            "KEYSTORE_PASSWORD", "not this one");
    assertThat(reasonOf(server(settings))).contains("CWPKI0033E", keystore.file().toString());
  }

  @Test
  void whenThereIsNoKeystore() {
    Map<String, String> settings =
        Map.of("KEYSTORE", "file", "KEYSTORE_FILE", "/nowhere.p12", "KEYSTORE_PASSWORD", "-");
    assertThat(reasonOf(server(settings))).contains("CWPKI0033E", "/nowhere.p12");
  }

  @Test
  void whenNoSuchKindOfKeystoreIsKnown() {
    assertThat(reasonOf(server(Map.of("KEYSTORE", "fiel")))).contains("keystore-fiel.xml");
  }

  @Test
  void whenAnotherProcessHoldsItsDatabase() throws IOException {
    try (FileChannel file =
            FileChannel.open(
                INSTALLATION.databaseFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = file.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThat(reasonOf(server(Map.of()))).contains("petstore.mv.db");
    }
  }

  @Test
  void whenASettingIsOutOfRange() {
    assertThat(reasonOf(server(Map.of("PETSTORE_SALE_STOCK_EVENTS_PER_SECOND", "0"))))
        .contains("petstore.sale.stock-events-per-second");
  }

  @Test
  void whenAFeatureIsNotInstalled() throws IOException {
    INSTALLATION.configure("<featureManager><feature>bogus-1.0</feature></featureManager>");
    assertThat(reasonOf(server(Map.of()))).contains("CWWKF0001E", "bogus-1.0");
  }

  private ServerProcess server(Map<String, String> settings) {
    return INSTALLATION.server(PetstoreServers.freePort(), settings);
  }

  private static String reasonOf(ServerProcess server) {
    assertThat(server.startInVain()).as(server::logTail).isEqualTo(EXIT_CODE);
    List<String> told = server.logTail().lines().filter(line -> line.contains(SAYS)).toList();
    assertThat(told).as(server::logTail).hasSize(1);
    return told.get(0).substring(told.get(0).indexOf(SAYS) + SAYS.length());
  }
}
