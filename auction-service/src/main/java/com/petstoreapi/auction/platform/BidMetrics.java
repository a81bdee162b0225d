package com.petstoreapi.auction.platform;

import com.petstoreapi.auction.desk.Auctioneer;
import com.petstoreapi.auction.desk.BidFigures;
import com.petstoreapi.edge.metrics.Figures;
import com.petstoreapi.edge.metrics.Label;
import com.petstoreapi.edge.runtime.StartUp;
import com.petstoreapi.realtime.failure.ErrorCode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/** The figures of the bids at {@code /metrics}. */
@ApplicationScoped
public class BidMetrics {
  private static final String NAME = "petstore_bids_total";
  private static final String DESCRIPTION = "bids and purchases, by what their bidders were told";
  private static final String OUTCOME = "outcome";

  void register(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      Figures figures,
      Auctioneer auctioneer) {
    BidFigures bids = auctioneer.bids();
    figures.counter(NAME, DESCRIPTION, bids::accepted, new Label(OUTCOME, "accepted"));
    figures.<ErrorCode>tally(NAME, DESCRIPTION, OUTCOME, bids.refused());
  }
}
