package com.petstoreapi.systemtests.cluster;

import com.petstoreapi.systemtests.support.SharedExtension;

/** Hands out the shared cluster. */
final class ClusterExtension extends SharedExtension<BrokeredCluster> {
  ClusterExtension() {
    super(BrokeredCluster.class, BrokeredCluster::new);
  }
}
