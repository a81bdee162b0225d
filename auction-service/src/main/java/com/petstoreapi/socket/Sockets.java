package com.petstoreapi.socket;

import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.edge.connection.Connections.Admission;
import com.petstoreapi.edge.connection.Delivery;
import com.petstoreapi.edge.connection.Lifetime;
import com.petstoreapi.edge.identity.TokenVerifier;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.edge.quota.TokenBucket;
import com.petstoreapi.realtime.delivery.Carrier;
import com.petstoreapi.realtime.delivery.Connection;
import com.petstoreapi.realtime.delivery.Heartbeats;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.websocket.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets sockets in, of whichever endpoint, and keeps count of them. */
public final class Sockets {
  private final Lanes lanes;
  private final Heartbeats heartbeats;
  private final Connections connections;
  private final TokenVerifier verifier;
  private final SocketSettings settings;
  private final Duration patience;
  private final Clock clock;
  private final AtomicInteger open = new AtomicInteger();
  private final SocketFigures figures = new SocketFigures();

  /**
   * @param patience how long a command may wait for its commit
   */
  public Sockets(
      Lanes lanes,
      Heartbeats heartbeats,
      Connections connections,
      TokenVerifier verifier,
      SocketSettings settings,
      Duration patience,
      Clock clock) {
    this.lanes = lanes;
    this.heartbeats = heartbeats;
    this.connections = connections;
    this.verifier = verifier;
    this.settings = settings;
    this.patience = patience;
    this.clock = clock;
  }

  /** Sockets that are open now. */
  public int open() {
    return open.get();
  }

  /** What the clients say. */
  public SocketFigures figures() {
    return figures;
  }

  /**
   * Lets a client in.
   *
   * @param stream that it comes for
   * @param visit made when the user has his place
   * @throws Refusal {@code rate-limited} when the user has as many connections as he may, {@code
   *     unavailable} when the node has too much to do, or whatever the maker throws; then there is
   *     nothing to be closed here
   */
  public Conversation enter(
      Session session,
      UserPrincipal user,
      SocketQuery query,
      LiveStream stream,
      Visit.Maker visit) {
    Admission admission =
        connections.admit(user, Carrier.WEBSOCKET, stream.name(), query.start().resumes());
    try {
      return begin(session, user, query, stream, visit.make(), admission);
    } catch (RuntimeException e) {
      admission.release();
      throw e;
    }
  }

  private Conversation begin(
      Session session,
      UserPrincipal user,
      SocketQuery query,
      LiveStream stream,
      Visit visit,
      Admission admission) {
    Lifetime lifetime = new Lifetime(user.expiresAt());
    Frames frames = new Frames(session, query.batched());
    SocketConnection outlet =
        new SocketConnection(
            user.requestId(),
            frames,
            visit.feed(),
            visit.aside(),
            new Pings(settings.ping().toNanos(), settings.pong().toNanos(), System.nanoTime()),
            lifetime,
            settings.mostReplies(patience),
            settings.heartbeat().toNanos(),
            clock);
    Attendance attendance = new Attendance(user, lifetime, verifier);
    Listener listener = visit.listener().apply(new Answers(outlet, patience), attendance);
    connect(outlet, visit.feed(), frames, stream, admission);
    stream.opened(query.start());
    return new Conversation(
        outlet,
        attendance,
        listener,
        new TokenBucket(settings.messagesPerSecond(), settings.burst(), System.nanoTime()),
        settings.mostRefused(),
        figures);
  }

  private void connect(
      SocketConnection outlet, Feed feed, Frames frames, LiveStream stream, Admission admission) {
    Connection connection =
        lanes.connect(
            outlet,
            () -> {
              closed(outlet, stream, admission);
              seeOff(frames);
            });
    outlet.attach(connection);
    open.incrementAndGet();
    heartbeats.add(outlet);
    stream.listen(outlet.bell());
    admission.show(new Delivery(connection, stream, feed::position, feed::isBehind));
    admission.attach(outlet::end);
    connection.wake();
  }

  /** The session is over, or about to be: sees to it that the connection is so, too. */
  void seeOff(Frames frames) {
    Farewell.begin(frames, heartbeats);
  }

  private void closed(SocketConnection outlet, LiveStream stream, Admission admission) {
    admission.release();
    stream.unlisten(outlet.bell());
    outlet.closed();
    heartbeats.remove(outlet);
    open.decrementAndGet();
  }
}
