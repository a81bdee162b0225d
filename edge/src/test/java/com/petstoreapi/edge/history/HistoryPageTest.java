package com.petstoreapi.edge.history;

import static com.petstoreapi.edge.support.History.event;
import static com.petstoreapi.edge.support.History.only;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.support.History;
import com.petstoreapi.edge.support.MutableClock;
import com.petstoreapi.realtime.delivery.Cursor;
import com.petstoreapi.realtime.delivery.Filter;
import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryPageTest {
  private final History history = new History(new MutableClock());

  @Test
  void showsEventsWithAllTheirMembers() {
    history.append(new Draft("adoption", Audience.EVERYONE, "rex", "{\"petId\":\"rex\"}"));
    String epoch = history.stream().head().epoch();
    assertThat(JsonText.parse(filled(new Start.Earliest(), 10).json()))
        .isEqualTo(
            JsonText.parse(
                """
                {
                  "items": [
                    {
                      "id": "1-%1$s",
                      "type": "adoption",
                      "at": "2026-03-01T12:00:00.000Z",
                      "data": {"petId": "rex"}
                    }
                  ],
                  "position": "1-%1$s",
                  "more": false
                }
                """
                    .formatted(epoch)));
  }

  @Test
  void isEmptyAndWaitsAtTheHead() {
    HistoryPage page = filled(new Start.Live(), 10);
    assertThat(page.isWaiting()).isTrue();
    assertThat(types(page)).isEmpty();
  }

  @Test
  void endsAtItsLimitAndTellsThatThereIsMore() {
    history.append(event("a"), event("b"), event("c"));
    HistoryPage page = filled(new Start.Earliest(), 2);
    assertThat(types(page)).containsExactly("a", "b");
    assertThat(json(page).getBoolean("more")).isTrue();
    assertThat(json(page).getString("position")).startsWith("2-");
    assertThat(page.isWaiting()).isFalse();
  }

  @Test
  void goesOnFromThePositionOfThePageBefore() {
    history.append(event("a"), event("b"), event("c"));
    String position = json(filled(new Start.Earliest(), 2)).getString("position");
    HistoryPage next = filled(Start.parse(position), 2);
    assertThat(types(next)).containsExactly("c");
    assertThat(json(next).getBoolean("more")).isFalse();
  }

  @Test
  void passesOverWhatTheUserMayNotSeeButMovesOn() {
    history.append(only("bob", "a"), only("bob", "b"));
    HistoryPage page = filled(new Start.Earliest(), 10);
    assertThat(types(page)).isEmpty();
    assertThat(json(page).getString("position")).startsWith("2-");
    assertThat(page.isWaiting()).isTrue();
  }

  @Test
  void tellsAResetInTheListAndThenWhatCameAfterIt() {
    history.append(event("a"));
    HistoryPage page = page(new Start.Malformed(), 10);
    history.append(event("b"));
    page.fill();
    assertThat(types(page)).containsExactly("reset", "b");
    assertThat(json(page).getJsonArray("items").getJsonObject(0).getJsonObject("data"))
        .containsKeys("reason", "oldest", "head");
  }

  @Test
  void endsWhenThereIsEnoughForOnePage() {
    String large = "{\"text\":\"" + "x".repeat(60_000) + "\"}";
    for (int i = 0; i < 20; i++) {
      history.append(new Draft("large", Audience.EVERYONE, "", large));
    }
    HistoryPage page = filled(new Start.Earliest(), 1_000);
    assertThat(types(page)).hasSizeBetween(16, 18);
    assertThat(json(page).getBoolean("more")).isTrue();
  }

  @Test
  void isFilledFromTheJournalWhereTheTailDoesNotReach() {
    for (int i = 0; i < 200; i++) {
      history.append(event("t" + i));
    }
    assertThat(types(filled(new Start.Earliest(), 1_000))).hasSize(200).startsWith("t0", "t1");
  }

  private HistoryPage filled(Start start, int limit) {
    HistoryPage page = page(start, limit);
    page.fill();
    return page;
  }

  private HistoryPage page(Start start, int limit) {
    return new HistoryPage(new Cursor(history.stream(), Filter.of("ann"), start), limit);
  }

  private static List<String> types(HistoryPage page) {
    return json(page).getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .map(item -> item.getString("type"))
        .toList();
  }

  private static JsonObject json(HistoryPage page) {
    return JsonText.parse(page.json()).asJsonObject();
  }
}
