package com.petstoreapi.care.socket;

import com.petstoreapi.care.CarePlan;
import com.petstoreapi.care.CarePlans;
import com.petstoreapi.care.Visitor;
import com.petstoreapi.care.desk.CareDesk;
import com.petstoreapi.care.desk.CareStreams;
import com.petstoreapi.circle.socket.CircleSockets;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.socket.Conversation;
import com.petstoreapi.socket.SocketQuery;
import jakarta.websocket.Session;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Brings sockets to plans. */
public final class CareSockets {
  private final CarePlans plans;
  private final CareStreams streams;
  private final CareDesk desk;
  private final CircleSockets circle;

  public CareSockets(CarePlans plans, CareStreams streams, CareDesk desk, CircleSockets circle) {
    this.plans = plans;
    this.streams = streams;
    this.desk = desk;
    this.circle = circle;
    circle.remarks().know(CursorRemark.KIND);
  }

  static Visitor visitor(String userId, Predicate<String> hasRole) {
    return new Visitor(userId, hasRole.test(Roles.SUPPORT) || hasRole.test(Roles.ADMIN));
  }

  /**
   * Lets somebody in who may see the plan. May block on the database.
   *
   * @throws Refusal {@code not-found}, {@code forbidden}, {@code rate-limited}
   */
  Conversation enter(Session session, String petId, UserPrincipal user, SocketQuery query) {
    AtomicReference<Visitor> now = new AtomicReference<>(visitor(user.getName(), user::hasRole));
    LiveStream stream = streams.stream(petId, now.get());
    CareStory story = new CareStory(plans, petId, now::get);
    return circle.enter(
        session,
        user,
        query,
        stream,
        story::admitted,
        (answers, attendance) ->
            new CareListener(
                desk,
                circle.remarks(),
                petId,
                CarePlan.streamOf(petId),
                answers,
                attendance,
                () -> {
                  now.set(visitor(attendance.userId(), attendance::hasRole));
                  streams.admit(petId, now.get());
                }));
  }
}
