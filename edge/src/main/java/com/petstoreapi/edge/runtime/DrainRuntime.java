package com.petstoreapi.edge.runtime;

import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.edge.connection.Drain;
import com.petstoreapi.edge.connection.Drained;
import com.petstoreapi.edge.connection.Draining;
import com.petstoreapi.edge.settings.StreamSettings;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Drains this node when its server begins to stop. */
@ApplicationScoped
public class DrainRuntime {
  private static final System.Logger LOG = System.getLogger(DrainRuntime.class.getName());

  @Resource private ManagedScheduledExecutorService executor;
  @Inject private Event<Draining> draining;
  @Inject private Event<Drained> drained;
  private Drain drain;
  private ServerStop stop;

  @Produces
  @Singleton
  Drain drain(Connections connections, StreamSettings settings) {
    return new Drain(connections, settings.drain());
  }

  void begin(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      Drain ours) {
    drain = ours;
    stop = ServerStop.watch(executor.getClass().getClassLoader(), this::drain);
  }

  /** Where the server did not tell, this is late, but better than never. */
  @PreDestroy
  void end() {
    if (stop != null) {
      stop.close();
      drain();
    }
  }

  private void drain() {
    if (drain.hasBegun()) {
      return;
    }
    LOG.log(System.Logger.Level.INFO, "the server stops: this node is drained");
    try {
      draining.fire(new Draining());
      drain.run();
      drained.fire(new Drained());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) { // the server is to stop all the same
      LOG.log(System.Logger.Level.ERROR, "the node could not be drained", e);
    }
  }
}
