package com.petstoreapi.edge.runtime;

import com.petstoreapi.edge.cluster.Cluster;
import com.petstoreapi.edge.cluster.Nodes;
import com.petstoreapi.edge.cluster.Words;
import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.edge.settings.ClusterSettings;
import com.petstoreapi.edge.settings.SettingsReader;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.tracing.Tracing;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Makes this node hear the others: by the bell, and by a look into the journal now and then. */
@ApplicationScoped
public class ClusterRuntime {
  private static final System.Logger LOG = System.getLogger(ClusterRuntime.class.getName());

  @Resource private ManagedThreadFactory threads;
  @Resource private ManagedScheduledExecutorService executor;
  private LiveStreams streams;
  private Future<?> looks;
  private boolean blind;

  @Produces
  @Singleton
  ClusterSettings settings(SettingsReader reader) {
    return ClusterSettings.from(reader);
  }

  @Produces
  @Singleton
  Cluster cluster(ClusterSettings settings, Tracing tracing) {
    return Cluster.from(settings, tracing);
  }

  static void stop(@Disposes Cluster cluster) {
    cluster.close();
  }

  @Produces
  @Singleton
  Nodes nodes(Cluster cluster) {
    return cluster.nodes();
  }

  @Produces
  @Singleton
  Words words(Cluster cluster) {
    return cluster.words();
  }

  void begin(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      Cluster cluster,
      ClusterSettings settings,
      LiveStreams live,
      Connections connections) {
    streams = live;
    cluster.open(threads, live, connections);
    long millis = settings.lookEvery().toMillis();
    looks = executor.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void end() {
    if (looks != null) {
      looks.cancel(true);
    }
  }

  private void look() {
    try {
      streams.lookForNews();
      blind = false;
    } catch (JournalUnavailable e) {
      if (!blind) {
        LOG.log(System.Logger.Level.WARNING, "cannot look for news in the journal", e);
      }
      blind = true;
    } catch (RuntimeException e) { // there would be no further look
      LOG.log(System.Logger.Level.ERROR, "the look for news failed", e);
    }
  }
}
