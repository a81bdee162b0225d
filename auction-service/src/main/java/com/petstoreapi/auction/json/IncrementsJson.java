package com.petstoreapi.auction.json;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.auction.Increments;
import com.petstoreapi.auction.Increments.Row;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By how much bids must rise: {@code "increment":5}, the same at every price, or {@code
 * "increments":[{"below":20,"step":0.50},…,{"step":100}]}, whose last row holds all prices above.
 */
final class IncrementsJson {
  private IncrementsJson() {}

  /** Empty where the auction brings none of its own. */
  static Optional<Increments> read(JsonFields fields, String currency) {
    Optional<Increments> fixed = fields.optionalMoney("increment", currency).map(Increments::fixed);
    Optional<Increments> table =
        fields
            .optionalObjects("increments", Increments.MOST_ROWS + 1)
            .map(rows -> table(rows, currency));
    if (fixed.isPresent() && table.isPresent()) {
      throw Refusal.invalid("Fields increment and increments do not go together.");
    }
    return fixed.or(() -> table);
  }

  static void write(Increments increments, JsonObjectBuilder json) {
    if (increments.equals(Increments.TABLE)) {
      return;
    }
    if (increments.fixedStep().isPresent()) {
      json.add("increment", major(increments.stepAbove()));
      return;
    }
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    for (Row row : increments.rows()) {
      rows.add(
          JSON.createObjectBuilder()
              .add("below", major(row.below()))
              .add("step", major(row.step())));
    }
    rows.add(JSON.createObjectBuilder().add("step", major(increments.stepAbove())));
    json.add("increments", rows);
  }

  private static Increments table(List<JsonFields> rows, String currency) {
    JsonFields last = rows.get(rows.size() - 1);
    if (last.has("below")) {
      throw Refusal.invalid("The last of the increments has no below: it holds all prices above.");
    }
    List<Row> below = new ArrayList<>();
    for (JsonFields row : rows.subList(0, rows.size() - 1)) {
      below.add(new Row(minor(row, "below", currency), minor(row, "step", currency)));
    }
    return new Increments(below, minor(last, "step", currency));
  }

  private static long minor(JsonFields fields, String name, String currency) {
    return fields.money(name, currency).minor();
  }

  private static BigDecimal major(long minor) {
    return new Money(minor, "XXX").amount();
  }
}
