package com.petstoreapi.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasValueOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.petstoreapi.systemtests.support.Waiting;
import java.util.List;

/** The page of a care plan, in the words of who keeps it. */
final class CarePage {
  private static final int SOON = 15_000;
  private static final String TEXT = "[data-is=text]";

  private final Page page;

  private CarePage(Page page) {
    this.page = page;
  }

  /** Opens the page of a pet, with or without a plan. */
  static CarePage open(Page page, Shop shop, String user, String pet) {
    page.navigate(shop.pages() + "care.html?pet=" + pet + "&user=" + user);
    return new CarePage(page);
  }

  /** Begins a plan, which is then live. */
  CarePage begin(String title, String members) {
    page.getByLabel("Title").fill(title);
    page.getByLabel("Who else keeps it").fill(members);
    page.getByText("Save").click();
    return live();
  }

  /** Returns when it is live. */
  CarePage live() {
    connection().awaitOpen(20);
    return this;
  }

  Connection connection() {
    return new Connection(page);
  }

  void add(String text) {
    page.getByLabel("A new task").fill(text);
    page.getByLabel("A new task").press("Enter");
    awaitTask(text);
  }

  /** Changes the text of the task at that place, counted from 0. */
  void edit(int place, String text) {
    Locator field = tasks().nth(place).locator(TEXT);
    field.fill(text);
    field.press("Tab");
  }

  /** Goes to the text of the task at that place. */
  void goTo(int place) {
    tasks().nth(place).locator(TEXT).focus();
  }

  void tick(int place) {
    tasks().nth(place).locator("[data-is=done]").check();
  }

  void assign(int place, String name) {
    tasks().nth(place).locator("[data-is=assignee]").selectOption(name);
  }

  void remove(int place) {
    tasks().nth(place).getByText("Remove").click();
  }

  /** Moves a task up by one, with the keyboard. */
  void moveUp(int place) {
    tasks().nth(place).locator(".handle").press("ArrowUp");
  }

  /** Drags a task right above another. */
  void drag(int place, int above) {
    tasks()
        .nth(place)
        .locator(".handle")
        .dragTo(tasks().nth(above), new Locator.DragToOptions().setTargetPosition(5, 2));
  }

  /** Waits until there is a task with that text. */
  void awaitTask(String text) {
    Waiting.await(text).until(() -> texts().contains(text));
  }

  void awaitTasks(int count) {
    assertThat(tasks()).hasCount(count, new HasCountOptions().setTimeout(SOON));
  }

  void awaitText(int place, String text) {
    assertThat(tasks().nth(place).locator(TEXT))
        .hasValue(text, new HasValueOptions().setTimeout(SOON));
  }

  void awaitCursor(int place, String name) {
    assertThat(tasks().nth(place).locator("[data-is=cursors]").getByText(name))
        .isVisible(new IsVisibleOptions().setTimeout(SOON));
  }

  void awaitNoCursor(int place) {
    assertThat(tasks().nth(place).locator("[data-is=cursors] li"))
        .hasCount(0, new HasCountOptions().setTimeout(SOON));
  }

  void awaitHere(String name) {
    assertThat(page.locator("#here"))
        .containsText(name, new ContainsTextOptions().setTimeout(SOON));
  }

  void awaitMessage(String text) {
    assertThat(page.locator("#message"))
        .containsText(text, new ContainsTextOptions().setTimeout(SOON));
  }

  /** Waits until all that was done here is accepted. */
  void awaitSaved() {
    assertThat(page.locator("#unaccepted")).isEmpty();
  }

  /** The tasks as they are to be seen: text, whether it is done, who does it. */
  @SuppressWarnings("unchecked")
  List<String> shown() {
    return (List<String>)
        tasks()
            .evaluateAll(
                "tasks => tasks.map((task) => ['text', 'done', 'assignee']"
                    + ".map((is) => task.querySelector(`[data-is=${is}]`))"
                    + ".map((field) => field.type === 'checkbox' ? field.checked : field.value)"
                    + ".join(' / '))");
  }

  private List<String> texts() {
    return shown().stream().map(task -> task.substring(0, task.indexOf(" / "))).toList();
  }

  private Locator tasks() {
    return page.locator("#tasks > li");
  }
}
