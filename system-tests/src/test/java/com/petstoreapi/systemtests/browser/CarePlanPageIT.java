package com.petstoreapi.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Waiting;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A care plan, by people with browsers who keep it together, over networks as they are. */
@WithShop
@EnabledIf(value = Chromium.IS_THERE, disabledReason = "there is no Chromium on this machine")
class CarePlanPageIT {
  private final Shop shop;
  private final Chromium chromium = new Chromium();
  private final String pet = "pet-" + UUID.randomUUID().toString().substring(0, 8);

  CarePlanPageIT(Shop shop) {
    this.shop = shop;
  }

  @AfterEach
  void close() {
    shop.mend();
    chromium.close();
  }

  private CarePage begunByAnn() {
    return CarePage.open(chromium.person().newPage(), shop, "ann", pet).begin("Rex", "bob");
  }

  /** On a network that goes on when the others' fails. */
  private CarePage openedByBob() {
    return CarePage.open(AnotherNetwork.person(chromium, shop).newPage(), shop, "bob", pet).live();
  }

  /** Waits until both see the same, which is what the service has. */
  private void awaitAgreement(CarePage one, CarePage other) {
    one.awaitSaved();
    other.awaitSaved();
    Waiting.await("both see the same")
        .untilAsserted(() -> assertThat(one.shown()).isEqualTo(other.shown()).isEqualTo(kept()));
  }

  /** The tasks as the service has them. */
  private List<String> kept() {
    JsonObject plan = new Auctions(shop).as("ann").get("/v1/care/" + pet).expect(200).json();
    return plan.getJsonArray("tasks").getValuesAs(JsonObject.class).stream()
        .map(
            task ->
                "%s / %s / %s"
                    .formatted(
                        task.getString("text"),
                        task.getBoolean("done"),
                        task.getString("assignee", "")))
        .toList();
  }

  @Test
  void twoEditOnePlanAndSeeEachOther() {
    CarePage ann = begunByAnn();
    CarePage bob = openedByBob();
    ann.awaitHere("bob");
    bob.awaitHere("ann");
    ann.add("Walk");
    ann.add("Feed");
    bob.awaitTasks(2);
    bob.add("Brush");
    ann.awaitTasks(3);
    bob.goTo(0);
    ann.awaitCursor(0, "bob");
    bob.edit(0, "Walk in the park");
    ann.awaitText(0, "Walk in the park");
    ann.tick(1);
    ann.assign(1, "bob");
    bob.goTo(2);
    ann.awaitCursor(2, "bob");
    ann.awaitNoCursor(0);
    ann.remove(0);
    bob.awaitTasks(2);
    awaitAgreement(ann, bob);
    assertThat(ann.shown()).containsExactly("Feed / true / bob", "Brush / false / ");
  }

  @Test
  void tasksAreReorderedByKeyboardAndByDragging() {
    CarePage ann = begunByAnn();
    CarePage bob = openedByBob();
    List.of("a", "b", "c").forEach(ann::add);
    bob.awaitTasks(3);
    ann.moveUp(2);
    bob.awaitText(1, "c");
    ann.drag(2, 0);
    bob.awaitText(0, "b");
    awaitAgreement(ann, bob);
    assertThat(ann.shown()).containsExactly("b / false / ", "a / false / ", "c / false / ");
  }

  @Test
  void oneIsWithoutANetworkForAWhileAndBothEndEqual() {
    CarePage ann = begunByAnn();
    CarePage bob = openedByBob();
    List.of("a", "b", "c", "d").forEach(ann::add);
    bob.awaitTasks(4);
    ann.awaitSaved();
    shop.auctionsNetwork().cut();
    ann.connection().awaitInterruption(5);
    ann.edit(0, "a by ann");
    ann.tick(1);
    ann.moveUp(3);
    ann.add("new by ann");
    ann.remove(0);
    bob.edit(0, "a by bob");
    bob.assign(1, "bob");
    bob.moveUp(1);
    bob.remove(2);
    bob.add("new by bob");
    Waiting.upTo(20, "each sees his own alone meanwhile")
        .during(Duration.ofSeconds(10))
        .until(
            ann::shown,
            shown ->
                shown.contains("new by ann / false / ")
                    && !shown.contains("new by bob / false / "));
    shop.mend();
    ann.connection().awaitOpen(30);
    ann.awaitTask("new by bob");
    bob.awaitTask("new by ann");
    awaitAgreement(ann, bob);
    assertThat(ann.shown())
        .containsExactlyInAnyOrder(
            "b / true / bob", "d / false / ", "new by bob / false / ", "new by ann / false / ");
  }

  @Test
  void strangersAreToldThatThePlanIsKeptByOthers() {
    begunByAnn();
    CarePage eve = CarePage.open(chromium.person().newPage(), shop, "eve", pet);
    eve.awaitMessage("kept by others");
  }
}
