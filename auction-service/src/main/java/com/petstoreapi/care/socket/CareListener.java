package com.petstoreapi.care.socket;

import com.petstoreapi.care.Operation;
import com.petstoreapi.care.Visitor;
import com.petstoreapi.care.desk.CareDesk;
import com.petstoreapi.care.json.CareAnswers;
import com.petstoreapi.care.json.OperationJson;
import com.petstoreapi.circle.Remark;
import com.petstoreapi.circle.Remarks;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.socket.Answers;
import com.petstoreapi.socket.Attendance;
import com.petstoreapi.socket.Envelope;
import com.petstoreapi.socket.Listener;
import jakarta.json.JsonObject;
import java.util.List;

/** What one client says at a plan; the answer to an operation comes later. */
final class CareListener implements Listener {
  private final CareDesk desk;
  private final Remarks remarks;
  private final String petId;
  private final String place;
  private final Answers answers;
  private final Attendance attendance;
  private final Runnable onRenewal;

  /**
   * @param place the plan's stream
   * @param onRenewal throws a refusal when he may be here no longer; may block on the database
   */
  CareListener(
      CareDesk desk,
      Remarks remarks,
      String petId,
      String place,
      Answers answers,
      Attendance attendance,
      Runnable onRenewal) {
    this.desk = desk;
    this.remarks = remarks;
    this.petId = petId;
    this.place = place;
    this.answers = answers;
    this.attendance = attendance;
    this.onRenewal = onRenewal;
  }

  @Override
  public void hear(String type, JsonObject message) {
    switch (type) {
      case "op" -> operate(Envelope.key(message), JsonFields.of(message).rawObject("op"));
      case CursorRemark.NAME -> remarks.say(remark(message));
      default -> throw Envelope.unknownType();
    }
  }

  @Override
  public void renewed() {
    onRenewal.run();
  }

  /**
   * @throws Refusal {@code invalid-message}
   */
  private void operate(String key, JsonObject json) {
    List<Operation> operation = List.of(OperationJson.read(json));
    Visitor visitor = CareSockets.visitor(attendance.userId(), attendance::hasRole);
    answers.await(
        key,
        () ->
            desk.operate(
                    petId,
                    operation,
                    visitor,
                    request -> IdempotencyKey.of(visitor.userId(), key, request))
                .thenApply(CareAnswers::onlyEffect));
  }

  private Remark remark(JsonObject message) {
    String fields = CursorRemark.fields(JsonFields.of(message));
    return new Remark(place, attendance.userId(), CursorRemark.NAME, fields);
  }
}
