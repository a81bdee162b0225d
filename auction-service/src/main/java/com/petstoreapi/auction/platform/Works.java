package com.petstoreapi.auction.platform;

import com.petstoreapi.auction.desk.ClosingClock;
import com.petstoreapi.auction.desk.Seed;
import com.petstoreapi.auction.outbox.OutboxRelay;
import com.petstoreapi.auction.socket.Lookout;
import com.petstoreapi.edge.runtime.StartUp;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What goes on by itself while the service runs: the closing clock, the lookout, the relay. */
@ApplicationScoped
public class Works {
  private static final long LOOK_EVERY_MILLIS = 500;
  private static final long LOOK_OUT_EVERY_MILLIS = 1_000;

  @Resource private ManagedScheduledExecutorService executor;
  private volatile List<Future<?>> running = List.of();

  void start(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      AuctionSettings settings,
      Seed seed,
      ClosingClock clock,
      Lookout lookout,
      OutboxRelay relay) {
    if (settings.seed()) {
      // Not here and now: the sowing is done by managed threads, which wait until this start is
      // over.
      executor.execute(seed::sow);
    }
    running =
        List.of(
            executor.scheduleWithFixedDelay(clock, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS),
            executor.scheduleWithFixedDelay(
                lookout, 0, LOOK_OUT_EVERY_MILLIS, TimeUnit.MILLISECONDS),
            executor.submit(relay));
  }

  @PreDestroy
  void stop() {
    running.forEach(work -> work.cancel(true));
  }
}
