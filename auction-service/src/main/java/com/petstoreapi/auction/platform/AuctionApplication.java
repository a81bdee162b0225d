package com.petstoreapi.auction.platform;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The service's REST resources and streams, under {@code /v1}. */
@ApplicationPath("/v1")
public class AuctionApplication extends Application {}
