package com.petstoreapi.auction.platform;

import com.petstoreapi.care.CareBook;
import com.petstoreapi.care.CarePlans;
import com.petstoreapi.care.desk.CareDesk;
import com.petstoreapi.care.desk.CareStreams;
import com.petstoreapi.care.socket.CareSockets;
import com.petstoreapi.care.store.JdbcCareBook;
import com.petstoreapi.care.store.JdbcCarePlans;
import com.petstoreapi.circle.cluster.Dismissals;
import com.petstoreapi.circle.socket.CircleSockets;
import com.petstoreapi.realtime.delivery.LiveStreams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Builds the care plans out of plain objects. */
@ApplicationScoped
public class CareWiring {
  /** Plans whose state is kept in memory; a full one takes some 200 KB, most a few. */
  private static final int MOST_REMEMBERED = 200;

  @Produces
  @Singleton
  CarePlans plans(DataSource dataSource) {
    return new JdbcCarePlans(dataSource);
  }

  @Produces
  @Singleton
  CareBook book() {
    return new JdbcCareBook(MOST_REMEMBERED);
  }

  @Produces
  @Singleton
  CareStreams streams(LiveStreams streams, CarePlans plans) {
    return new CareStreams(streams, plans);
  }

  @Produces
  @Singleton
  CareDesk desk(CareStreams streams, CarePlans plans, CareBook book, Dismissals dismissals) {
    return new CareDesk(streams, plans, book, dismissals::dismiss);
  }

  @Produces
  @Singleton
  CareSockets sockets(CarePlans plans, CareStreams streams, CareDesk desk, CircleSockets circle) {
    return new CareSockets(plans, streams, desk, circle);
  }
}
