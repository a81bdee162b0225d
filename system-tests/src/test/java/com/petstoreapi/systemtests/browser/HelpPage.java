package com.petstoreapi.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The page on which customers ask for help, in their words. */
final class HelpPage {
  private final Page page;

  private HelpPage(Page page) {
    this.page = page;
  }

  static HelpPage open(Page page, Shop shop, String user) {
    page.navigate(shop.pages() + "chat.html?user=" + user);
    return new HelpPage(page);
  }

  /** Asks for help; returns when the chat is live. */
  Talk ask(String subject, String text) {
    page.getByLabel("It is about").fill(subject);
    page.getByLabel("Your message").fill(text);
    page.getByText("Start a chat").click();
    page.waitForURL("**/chat.html?id=*");
    return Talk.on(page);
  }

  /** Loads the page anew. */
  void reload() {
    page.reload();
  }

  /** Returns when the chat is live. */
  Talk talk() {
    return Talk.on(page);
  }

  /** The id of the chat that is to be seen. */
  String chat() {
    return page.url().replaceFirst(".*id=", "");
  }

  /** Looks at the list of one's chats and goes on with that one. */
  Talk goOnWith(String subject) {
    Locator link = page.locator("#rooms a").getByText(subject);
    assertThat(link).isVisible();
    link.click();
    page.waitForURL("**/chat.html?id=*");
    return Talk.on(page);
  }
}
