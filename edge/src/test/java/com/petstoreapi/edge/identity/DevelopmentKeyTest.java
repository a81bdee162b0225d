package com.petstoreapi.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentKeyTest {
  @TempDir Path directory;

  @Test
  void givesTheSameKeyEveryTime() {
    Path file = directory.resolve("not/yet/there/key.jwk");
    assertThat(DevelopmentKey.loadOrCreate(file)).isEqualTo(DevelopmentKey.loadOrCreate(file));
  }

  @Test
  void givesTwoCreatorsAtOnceOneKey() throws Exception {
    Path file = directory.resolve("key.jwk");
    CyclicBarrier begin = new CyclicBarrier(2);
    Callable<RSAKey> creator =
        () -> {
          begin.await();
          return DevelopmentKey.loadOrCreate(file);
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<RSAKey>> keys = threads.invokeAll(List.of(creator, creator));
      assertThat(keys.get(0).get()).isEqualTo(keys.get(1).get());
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void leavesNothingBesideTheKeyWhichItsOwnerAloneMayRead() throws IOException {
    Path file = directory.resolve("key.jwk");
    DevelopmentKey.loadOrCreate(file);
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void saysThatAFileIsDamaged() throws Exception {
    String ofAnotherKind = new ECKeyGenerator(Curve.P_256).generate().toJSONString();
    for (String text : new String[] {"", "{}", "null", "[]", "{\"kty\":\"RSA\"}", ofAnotherKind}) {
      Path file = Files.writeString(directory.resolve("damaged.jwk"), text);
      assertThatThrownBy(() -> DevelopmentKey.loadOrCreate(file))
          .as(text)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("damaged.jwk")
          .hasMessageContaining("delete it");
    }
  }
}
