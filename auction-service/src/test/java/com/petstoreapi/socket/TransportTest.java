package com.petstoreapi.socket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** On a session with the fields that Liberty's have. */
@SuppressWarnings("unused") // read by reflection
class TransportTest {
  private final Link link = new Link();

  @Test
  void aTicketIsForgottenAsSoonAsTheSocketIsOpen() {
    Transport.of(session());
    assertThat(link.things.queryString).isNull();
  }

  private Session session() {
    Class<?>[] types = {Session.class, LibertySession.class};
    return (Session)
        Proxy.newProxyInstance(
            getClass().getClassLoader(), types, (proxy, method, arguments) -> new Implementation());
  }

  /** What a session has beside what is standard. */
  public interface LibertySession {
    Object getSessionImpl();
  }

  private final class Implementation {
    private final Link connLink = link;
  }

  private static final class Link {
    private final Handshake things = new Handshake();
    private final Device deviceConnLink = new Device();
  }

  private static final class Handshake {
    private String queryString = "ticket=secret";
  }

  private static final class Device {
    Object getDeviceLink() {
      return null;
    }

    Object getWriteInterface() {
      return this;
    }
  }
}
