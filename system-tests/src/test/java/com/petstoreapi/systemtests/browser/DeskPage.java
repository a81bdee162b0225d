package com.petstoreapi.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;

/** The page at which agents help, in their words. */
final class DeskPage {
  private static final int SOON = 20_000;

  private final Page page;

  private DeskPage(Page page) {
    this.page = page;
  }

  static DeskPage open(Page page, Shop shop, String agent) {
    page.navigate(shop.pages() + "desk.html?role=agent&user=" + agent);
    return new DeskPage(page);
  }

  /** Takes a chat out of the queue; returns when it is live. */
  Talk take(String subject) {
    page.getByLabel("Take " + subject, exactly()).click();
    return Talk.on(page);
  }

  /** Opens one of his own chats; returns when it is live. */
  Talk open(String subject) {
    page.getByLabel("Open " + subject, exactly()).click();
    return Talk.on(page);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  /** Looks at a chat that is open already. */
  Talk lookAt(String subject) {
    page.locator("#tabs").getByText(subject).click();
    return Talk.on(page);
  }

  /** Waits until the tab of a chat, which is not to be seen, tells that much of what is new. */
  void awaitUnread(String subject, int count) {
    assertThat(page.locator("#tabs").getByText(subject))
        .containsText("(%d)".formatted(count), new ContainsTextOptions().setTimeout(SOON));
  }

  void awaitQueued(String subject) {
    assertThat(page.getByLabel("Take " + subject, exactly()))
        .isVisible(new IsVisibleOptions().setTimeout(SOON));
  }
}
