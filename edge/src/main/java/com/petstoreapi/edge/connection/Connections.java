package com.petstoreapi.edge.connection;

import com.petstoreapi.edge.admission.Overload;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.edge.settings.QuotaSettings;
import com.petstoreapi.realtime.delivery.Carrier;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * The streams and sockets of this node, by user and by address: lets each have so many, and ends
 * those of a user who is to go, or all when the node is to stop. While the node has too much to do,
 * only who was here a short while ago is let in. Safe for use by many threads; nothing here blocks
 * for long, and who looks on takes no lock.
 */
public final class Connections {
  /** Nobody knows when there will be room: clients come back at different moments. */
  private static final int LEAST_RETRY_SECONDS = 10;

  private static final int MOST_RETRY_SECONDS = 30;

  private final int mostPerUser;
  private final int mostPerAddress;
  private final Map<String, Set<Admission>> byUser = new HashMap<>();
  private final Map<String, Integer> byAddress = new HashMap<>();
  private final ConcurrentSkipListMap<Long, Admission> byNumber = new ConcurrentSkipListMap<>();
  private final Overload overload;
  private final Returning returning;
  private final Clock clock;
  private long lastNumber;
  private boolean leaving;
  private int places;
  private final LongAdder refusedToUsers = new LongAdder();
  private final LongAdder refusedToAddresses = new LongAdder();

  public Connections(QuotaSettings quotas, Overload overload, Clock clock) {
    this.overload = overload;
    this.returning = new Returning(clock);
    this.clock = clock;
    this.lastNumber = ConnectionId.first(clock.millis());
    this.mostPerUser = quotas.connectionsPerUser();
    this.mostPerAddress = quotas.connectionsPerAddress();
  }

  /** A place for one connection, from its opening to its end. */
  public final class Admission {
    private final UserPrincipal user;
    private final Carrier transport;
    private final String stream;
    private final long number;
    private final long openedAt = clock.millis();
    private volatile Delivery delivery;
    private Consumer<CloseCause> connection;
    private CloseCause ended;
    private boolean released;

    private Admission(UserPrincipal user, Carrier transport, String stream, long number) {
      this.user = user;
      this.transport = transport;
      this.stream = stream;
      this.number = number;
    }

    /** Lets it be seen how the connection gets on. */
    public void show(Delivery shown) {
      delivery = shown;
    }

    /** How the connection stands now. Takes no lock. */
    public Standing standing() {
      Optional<Delivery> shown = Optional.ofNullable(delivery);
      return new Standing(
          ConnectionId.write(number),
          user.getName(),
          transport,
          stream,
          Instant.ofEpochMilli(openedAt),
          shown.map(Delivery::position),
          shown.map(Delivery::lag).orElse(0L),
          shown.map(Delivery::isStalled).orElse(false),
          shown.map(Delivery::batches).orElse(0L));
    }

    /** The name of the stream that it is for. */
    public String stream() {
      return stream;
    }

    long number() {
      return number;
    }

    /** See {@link Delivery#waitingFor}. */
    long waitingFor(long now) {
      Delivery shown = delivery;
      return shown == null ? 0 : shown.waitingFor(now);
    }

    /**
     * Tells which connection took the place. It may be ended at once, if it was to go already.
     *
     * @param taken ends it; must not block
     */
    public void attach(Consumer<CloseCause> taken) {
      CloseCause cause;
      synchronized (Connections.this) {
        connection = taken;
        cause = ended;
      }
      if (cause != null) {
        taken.accept(cause);
      }
    }

    /** Gives the place back. May be called more than once. */
    public void release() {
      synchronized (Connections.this) {
        if (!released) {
          released = true;
          forget(this);
        }
      }
    }

    /** Ends the connection, now or as soon as it has taken its place. */
    public void end(CloseCause cause) {
      Consumer<CloseCause> taken;
      synchronized (Connections.this) {
        ended = cause;
        taken = connection;
      }
      if (taken != null) {
        taken.accept(cause);
      }
    }
  }

  /**
   * Gives a place to a user's next connection; {@link Admission#release} must follow sooner or
   * later.
   *
   * @param stream the name of the stream that it is for
   * @param resumes whether it goes on where another has ended
   * @throws Refusal {@code rate-limited} when user or address have as many as they may; {@code
   *     unavailable} when this node is about to stop, or has too much to do and the user is new
   *     here
   */
  public synchronized Admission admit(
      UserPrincipal user, Carrier transport, String stream, boolean resumes) {
    if (leaving) {
      throw Refusal.unavailable("This node is about to stop; others go on.");
    }
    if (countOf(user.getName()) >= mostPerUser) {
      refusedToUsers.increment();
      throw full("You have " + mostPerUser + " connections already.");
    }
    if (byAddress.getOrDefault(user.address(), 0) >= mostPerAddress) {
      refusedToAddresses.increment();
      throw full("There are too many connections from your address.");
    }
    if (!comesBack(user.getName(), resumes)) {
      overload.admitNewcomer();
    }
    Admission admission = new Admission(user, transport, stream, ++lastNumber);
    byNumber.put(admission.number, admission);
    byUser.computeIfAbsent(user.getName(), key -> new HashSet<>()).add(admission);
    byAddress.merge(user.address(), 1, Integer::sum);
    places++;
    return admission;
  }

  /** It may not have been seen yet that the connection which he has lost is over. */
  private boolean comesBack(String user, boolean resumes) {
    return returning.take(user) || resumes && countOf(user) > 0;
  }

  /** Ends all connections of a user that are open now, and tells how many these were. */
  public int endAllOf(String user) {
    return end(admissionsOf(user));
  }

  /** The same of those that are for one stream. */
  public int endAllOf(String user, String stream) {
    return end(admissionsOf(user).stream().filter(one -> one.stream.equals(stream)).toList());
  }

  private synchronized List<Admission> admissionsOf(String user) {
    return List.copyOf(byUser.getOrDefault(user, Set.of()));
  }

  private static int end(List<Admission> admissions) {
    admissions.forEach(admission -> admission.end(CloseCause.NOT_ALLOWED));
    return admissions.size();
  }

  /** Those with a greater number, in order; who comes or goes meanwhile may be among them. */
  public Collection<Admission> after(long number) {
    return byNumber.tailMap(number, false).values();
  }

  /** The connection with that id; empty when it is over, or another node's. */
  public Optional<Admission> find(String id) {
    return ConnectionId.read(id).stream()
        .mapToObj(byNumber::get)
        .filter(Objects::nonNull)
        .findAny();
  }

  /** Admits nobody any more. Returns those who are there, in no order. */
  public List<Admission> leave() {
    List<Admission> all = new ArrayList<>();
    synchronized (this) {
      leaving = true;
      byUser.values().forEach(all::addAll);
    }
    Collections.shuffle(all);
    return all;
  }

  /** Whether nobody is there. */
  public synchronized boolean isEmpty() {
    return byUser.isEmpty();
  }

  /** How many connections have a place. */
  public synchronized int count() {
    return places;
  }

  /** Connections that were refused as their user had as many as he may. */
  public long refusedToUsers() {
    return refusedToUsers.sum();
  }

  /** Connections that were refused as their address had as many as it may. */
  public long refusedToAddresses() {
    return refusedToAddresses.sum();
  }

  /** How many connections a user has. */
  public synchronized int countOf(String user) {
    return byUser.getOrDefault(user, Set.of()).size();
  }

  /** Whom we have sent away ourselves has no place to come back to. */
  private void forget(Admission admission) {
    places--;
    byNumber.remove(admission.number);
    if (admission.ended == null) {
      returning.left(admission.user.getName());
    }
    Set<Admission> others = byUser.get(admission.user.getName());
    others.remove(admission);
    if (others.isEmpty()) {
      byUser.remove(admission.user.getName());
    }
    byAddress.computeIfPresent(
        admission.user.address(), (address, count) -> count == 1 ? null : count - 1);
  }

  private static Refusal full(String detail) {
    int seconds = ThreadLocalRandom.current().nextInt(LEAST_RETRY_SECONDS, MOST_RETRY_SECONDS + 1);
    return new Refusal(ErrorCode.RATE_LIMITED, detail, Map.of("retryAfterSeconds", seconds));
  }
}
