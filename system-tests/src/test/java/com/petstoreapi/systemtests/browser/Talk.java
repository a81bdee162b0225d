package com.petstoreapi.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;

/** A conversation on a page, in the words of who takes part in it. */
final class Talk {
  private static final int SOON = 15_000;

  private final Locator panel;

  private Talk(Locator panel) {
    this.panel = panel;
  }

  /** The one that is to be seen on the page; returns when it is live. */
  static Talk on(Page page) {
    Talk talk = new Talk(page.locator(".talk:not([hidden])"));
    talk.connection().awaitOpen(20);
    return talk;
  }

  Connection connection() {
    return new Connection(part("connection"));
  }

  void say(String text) {
    write(text);
    message().press("Enter");
  }

  /** Writes something and does not send it. */
  void write(String text) {
    message().pressSequentially(text);
  }

  private Locator message() {
    return panel.getByLabel("Your message");
  }

  void attach(FilePayload image) {
    panel.getByLabel("Image").setInputFiles(image);
  }

  /** Waits until that many images are to be seen. */
  void awaitImages(int count) {
    assertThat(panel.locator("img")).hasCount(count, new HasCountOptions().setTimeout(SOON));
  }

  /** How wide the newest image is by itself, in pixels. */
  int widthOfLastImage() {
    String width = "image => image.decode().then(() => image.naturalWidth)";
    return (Integer) panel.locator("img").last().evaluate(width);
  }

  /** Waits until it was said once. */
  void awaitSaid(String text) {
    Locator line = panel.locator("li .body").getByText(text, exactly());
    assertThat(line).hasCount(1, new HasCountOptions().setTimeout(SOON));
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  /** All that was said, in the order in which it is to be seen. */
  List<String> said() {
    return panel.locator(":is(.own, .other) .body").allTextContents();
  }

  /** Waits until all that was written is accepted. */
  void awaitSent() {
    assertThat(panel.getByText("sending …"))
        .hasCount(0, new HasCountOptions().setTimeout(2 * SOON));
  }

  void awaitNews(String text) {
    assertThat(panel.locator(".news").getByText(text, exactly()).last())
        .isVisible(new IsVisibleOptions().setTimeout(SOON));
  }

  void awaitTyping(String text) {
    assertThat(part("typing")).containsText(text, new ContainsTextOptions().setTimeout(SOON));
  }

  void awaitNobodyTyping() {
    assertThat(part("typing")).isEmpty();
  }

  /** Waits until what oneself has said last was seen by that person. */
  void awaitSeenBy(String name) {
    assertThat(panel.locator(".own").last())
        .containsText("seen by " + name, new ContainsTextOptions().setTimeout(SOON));
  }

  void awaitHere(String name) {
    assertThat(part("here").getByText(name, exactly()))
        .isVisible(new IsVisibleOptions().setTimeout(SOON));
  }

  void awaitStatus(String text) {
    assertThat(part("status")).containsText(text, new ContainsTextOptions().setTimeout(SOON));
  }

  /** Waits until one can say something, or cannot. */
  void awaitOpenToSay(boolean open) {
    if (open) {
      assertThat(message()).isEnabled();
    } else {
      assertThat(message()).isDisabled();
    }
  }

  void handOnTo(String agent) {
    panel.getByLabel("Hand on to").fill(agent);
    panel.getByLabel("Hand on to").press("Enter");
  }

  void close() {
    panel.getByText("Close the chat", exactly()).click();
  }

  void reopen() {
    panel.getByText("Open it again", exactly()).click();
  }

  private Locator part(String is) {
    return panel.locator("[data-is=" + is + "]");
  }
}
