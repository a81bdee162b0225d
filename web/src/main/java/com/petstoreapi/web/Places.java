package com.petstoreapi.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the pages find the services.
 *
 * @see PlacesServlet
 */
@ApplicationScoped
public class Places {
  private final String store;
  private final String auctions;

  Places() {
    this("/", "/");
  }

  /**
   * @param store address of notification-service, relative to the pages or absolute
   * @param auctions address of auction-service
   */
  @Inject
  public Places(
      @ConfigProperty(name = "petstore.web.store", defaultValue = "/") String store,
      @ConfigProperty(name = "petstore.web.auctions", defaultValue = "/") String auctions) {
    this.store = URI.create(store).toString();
    this.auctions = URI.create(auctions).toString();
  }

  String store() {
    return store;
  }

  String auctions() {
    return auctions;
  }

  /** What a page may connect to besides its own origin, as a Content-Security-Policy has it. */
  String connectSources() {
    return (sources(store) + sources(auctions)).strip();
  }

  private static String sources(String address) {
    URI uri = URI.create(address);
    if (!uri.isAbsolute()) {
      return "";
    }
    String origin = uri.getScheme() + "://" + uri.getRawAuthority();
    return " " + origin + " " + origin.replaceFirst("^http", "ws");
  }
}
