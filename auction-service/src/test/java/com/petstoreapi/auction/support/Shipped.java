package com.petstoreapi.auction.support;

import com.petstoreapi.care.support.LivePlan;
import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The service as it ships, for tests inside of the container. */
public final class Shipped {
  private static final String AT_THE_ROOT =
      "<web-ext xmlns=\"http://websphere.ibm.com/xml/ns/javaee\" version=\"1.0\">"
          + "<context-root uri=\"/\"/></web-ext>";

  private Shipped() {}

  /** The WAR that the build has made, with what the tests need beside it. */
  public static WebArchive war() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/auction.war"))
        .addAsWebInfResource(new StringAsset(AT_THE_ROOT), "ibm-web-ext.xml")
        .addClasses(ServiceClient.class, EventStream.class, EventStream.Received.class)
        .addClasses(LiveAuction.class, LiveChat.class, LiveSocket.class, Handshake.class)
        .addClasses(LivePlan.class)
        .addAsLibraries(jarOf(Assertions.class), jarOf(Awaitility.class), jarOf(Matcher.class));
  }

  private static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
