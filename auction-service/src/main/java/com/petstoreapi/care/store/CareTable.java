package com.petstoreapi.care.store;

import com.petstoreapi.care.CarePlan;
import com.petstoreapi.care.Keepers;
import com.petstoreapi.care.json.PlanJson;
import com.petstoreapi.care.json.TasksJson;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.store.Remembering;
import com.petstoreapi.edge.store.Rows;
import com.petstoreapi.realtime.journal.Commit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Table {@code care_plan}: the present state of each, changed in the transaction of its events. */
final class CareTable implements Remembering.Shelf<CarePlan> {
  private static final String FIND = "SELECT * FROM care_plan WHERE pet_id = ?";
  private static final String INSERT =
      "INSERT INTO care_plan (owner, title, members, tasks, pet_id) VALUES (?, ?, ?, ?, ?)";
  private static final String UPDATE =
      "UPDATE care_plan SET owner = ?, title = ?, members = ?, tasks = ? WHERE pet_id = ?";

  private static final String OWNED = "SELECT COUNT(*) AS plans FROM care_plan WHERE owner = ?";

  @Override
  public Optional<CarePlan> find(Commit commit, String petId) throws SQLException {
    return Rows.read(commit.connection(), FIND, CareTable::plan, petId).stream().findFirst();
  }

  @Override
  public void write(Commit commit, Optional<CarePlan> before, CarePlan after) throws SQLException {
    write(commit.connection(), before.isEmpty() ? INSERT : UPDATE, after);
  }

  static int ownedBy(Connection connection, String userId) throws SQLException {
    return Rows.read(connection, OWNED, row -> row.getInt("plans"), userId).get(0);
  }

  static CarePlan plan(ResultSet row) throws SQLException {
    return new CarePlan(
        row.getString("pet_id"),
        row.getString("title"),
        keepers(row),
        TasksJson.read(JsonText.parse(row.getString("tasks")).asJsonArray()));
  }

  static Keepers keepers(ResultSet row) throws SQLException {
    return new Keepers(
        row.getString("owner"), PlanJson.users(JsonText.parse(row.getString("members"))));
  }

  private static void write(Connection connection, String sql, CarePlan plan) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(sql)) {
      write.setString(1, plan.keepers().owner());
      write.setString(2, plan.title());
      write.setString(3, PlanJson.users(plan.keepers().members()).toString());
      write.setString(4, TasksJson.write(plan.tasks()).toString());
      write.setString(5, plan.petId());
      write.executeUpdate();
    }
  }
}
