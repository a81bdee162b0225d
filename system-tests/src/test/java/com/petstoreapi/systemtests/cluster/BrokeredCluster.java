package com.petstoreapi.systemtests.cluster;

import com.petstoreapi.systemtests.support.SharedExtension;
import java.util.Map;

/**
 * A cluster whose nodes hear each other over an Artemis broker, as shipped otherwise. The broker
 * comes after the nodes are ready: they must not wait for it.
 */
public final class BrokeredCluster implements SharedExtension.Shared {
  private final ArtemisBroker broker = ArtemisBroker.create();
  private final Cluster cluster =
      new Cluster(Map.of("JMS_PROVIDER", "artemis", "ARTEMIS_CONNECTION", broker.connection()));

  BrokeredCluster() {
    broker.launch();
  }

  public Cluster nodes() {
    return cluster;
  }

  public ArtemisBroker broker() {
    return broker;
  }

  @Override
  public void ensureRunning() {
    cluster.ensureRunning();
  }

  @Override
  public String evidence() {
    return cluster.evidence();
  }

  @Override
  public void close() {
    cluster.close();
    broker.close();
  }
}
