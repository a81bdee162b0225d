package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.support.FakeOutlet;
import com.petstoreapi.realtime.support.ManualExecutor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {
  private final ManualExecutor owner = new ManualExecutor();
  private final Lane lane = new Lane("lane", owner);
  private final List<String> served = new ArrayList<>();

  @Test
  void whoIsUpToDateDoesNotWaitForWhoIsCatchingUp() {
    Connection live = connect("live", () -> false);
    Connection first = connect("first", () -> count("first") == 1 || wake(live));
    Connection second = connect("second", () -> count("second") == 1 || stop());
    first.wake();
    second.wake();
    live.wake();
    lane.start();
    owner.runAll();
    assertThat(served).containsExactly("first", "second", "live", "first", "live", "second");
  }

  private Connection connect(String name, FakeOutlet.Write write) {
    FakeOutlet outlet =
        new FakeOutlet(
            () -> {
              served.add(name);
              return write.run();
            });
    return new Connection(lane, outlet, () -> {}, new LaneFigures());
  }

  private long count(String name) {
    return served.stream().filter(name::equals).count();
  }

  private boolean wake(Connection connection) {
    connection.wake();
    return false;
  }

  private boolean stop() {
    lane.stop();
    return false;
  }
}
