package com.petstoreapi.notification.platform;

import com.petstoreapi.catalog.store.Shelves;
import com.petstoreapi.edge.identity.StreamPaths;
import com.petstoreapi.edge.settings.SettingsReader;
import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.edge.store.lease.Leases;
import com.petstoreapi.edge.store.retention.StreamsInUse;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.sale.Sales;
import com.petstoreapi.sale.store.JdbcSales;
import com.petstoreapi.sale.store.SaleClock;
import com.petstoreapi.sale.store.Till;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Builds what is particular to this service, on what both services stand on. */
@ApplicationScoped
public class Wiring {
  @Resource private ManagedScheduledExecutorService executor;

  @Produces
  @Singleton
  StreamPaths streamPaths() {
    return StreamPaths.of("/v1/pets/notifications");
  }

  @Produces
  @Singleton
  StreamsInUse streamsInUse() {
    return StreamsInUse.NONE;
  }

  @Produces
  @Singleton
  SaleSettings saleSettings(SettingsReader reader) {
    return SaleSettings.from(reader);
  }

  @Produces
  @Singleton
  Shelves shelves(LiveStreams streams, DataSource dataSource, SaleSettings settings) {
    return new Shelves(
        streams,
        dataSource,
        (task, later) -> executor.schedule(task, later.toMillis(), TimeUnit.MILLISECONDS),
        settings.stockApart());
  }

  @Produces
  @Singleton
  Sales sales(DataSource dataSource) {
    return new JdbcSales(dataSource);
  }

  @Produces
  @Singleton
  Till till(LiveStreams streams, Shelves shelves, StreamSettings settings) {
    return new Till(streams, shelves, settings.commandTimeout());
  }

  @Produces
  @Singleton
  SaleClock saleClock(Sales sales, Till till, Shelves shelves, Leases leases) {
    return new SaleClock(sales, till, shelves, leases.on("sale-clock")::isHeld);
  }
}
