package com.petstoreapi.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of an auction, in the words of who sits before it. */
public final class Room {
  private static final Pattern BID = Pattern.compile("bids? \\$([0-9,]+)");
  private static final int SOON = 10_000;
  private static final int IN_THE_END = 60_000;

  private final Page page;

  private Room(Page page) {
    this.page = page;
  }

  /**
   * Opens it; returns when it is live.
   *
   * @param pages where the pages are, with a slash at the end
   */
  public static Room enter(Page page, URI pages, String user, String auction) {
    Room room = open(page, pages, user, auction);
    room.connection().awaitOpen(20);
    return room;
  }

  static Room open(Page page, URI pages, String user, String auction) {
    page.navigate(pages + "auction.html?id=" + auction + "&user=" + user);
    return new Room(page);
  }

  public Connection connection() {
    return new Connection(page);
  }

  public void bid(int amount) {
    page.getByLabel("Your bid").fill(Integer.toString(amount));
    page.locator("#bid button").first().click();
  }

  /** Lets the house bid up to it. */
  public void bidUpTo(int most) {
    page.getByLabel("Your bid").fill(Integer.toString(most));
    page.locator("button[name=proxy]").click();
  }

  public void awaitPrice(String price) {
    assertThat(page.locator("#price")).hasText(price, new HasTextOptions().setTimeout(SOON));
  }

  public void awaitLeader(String name) {
    assertThat(page.locator("#leader")).hasText(name, new HasTextOptions().setTimeout(SOON));
  }

  void awaitWatchers(int count) {
    assertThat(page.locator("#watchers"))
        .hasText(Integer.toString(count), new HasTextOptions().setTimeout(SOON));
  }

  /** What it says to who sits there. */
  public void awaitMessage(String text) {
    assertThat(page.locator("#message"))
        .containsText(text, new ContainsTextOptions().setTimeout(IN_THE_END));
  }

  /** Waits until so many bids were told. */
  public void awaitBids(int count) {
    Locator bids = page.locator("#log li").filter(new Locator.FilterOptions().setHasText(BID));
    assertThat(bids).hasCount(count, new HasCountOptions().setTimeout(IN_THE_END));
  }

  /** Does nothing for a while. */
  public void look(int millis) {
    page.waitForTimeout(millis);
  }

  /** The amounts of all bids that were told, in the order in which they were. */
  public List<Integer> bids() {
    List<Integer> amounts = new ArrayList<>();
    for (String line : page.locator("#log li").allTextContents()) {
      Matcher bid = BID.matcher(line);
      if (bid.find()) {
        amounts.add(Integer.valueOf(bid.group(1).replace(",", "")));
      }
    }
    Collections.reverse(amounts); // the newest is on top
    return amounts;
  }
}
