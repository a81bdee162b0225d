package com.petstoreapi.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The page of the store, in the words of who looks at it. */
final class Board {
  private static final int SOON = 20_000;

  private final Page page;

  private Board(Page page) {
    this.page = page;
  }

  /** Opens it; returns when it is live. */
  static Board open(Page page, Shop shop, String user) {
    page.navigate(shop.pages() + "index.html?user=" + user);
    Board board = new Board(page);
    board.connection().awaitOpen(20);
    return board;
  }

  Connection connection() {
    return new Connection(page);
  }

  void adopt(String pet) {
    page.getByLabel("Adopt " + pet).click();
  }

  void awaitStatus(String pet, String status) {
    Locator card =
        page.locator("#pets li").filter(new Locator.FilterOptions().setHas(heading(pet)));
    assertThat(card.locator("[data-is=status]"))
        .hasText(status, new HasTextOptions().setTimeout(SOON));
  }

  private Locator heading(String pet) {
    return page.locator("[data-is=name]", new Page.LocatorOptions().setHasText(pet));
  }

  /** Waits until so many lines of the news hold that text. */
  void awaitNews(String text, int count) {
    assertThat(news(text)).hasCount(count, new HasCountOptions().setTimeout(SOON));
  }

  /** Lines of the news with that text, in the order in which they came, without their times. */
  List<String> linesWith(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : news(text).allTextContents()) {
      lines.add(line.substring(line.indexOf(text)));
    }
    Collections.reverse(lines); // the newest is on top
    return lines;
  }

  private Locator news(String text) {
    return page.locator("#news li", new Page.LocatorOptions().setHasText(text));
  }

  void awaitUnread(String text) {
    assertThat(page.locator("#unread")).hasText(text, new HasTextOptions().setTimeout(SOON));
  }

  void readThem() {
    page.locator("#read").click();
  }

  void awaitAllRead() {
    assertThat(page.locator("#unread")).isHidden();
  }

  void leave() {
    page.close();
  }
}
