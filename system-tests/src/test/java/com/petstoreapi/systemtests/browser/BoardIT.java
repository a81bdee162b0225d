package com.petstoreapi.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The board of the store, by people with browsers. */
@WithShop
@EnabledIf(value = Chromium.IS_THERE, disabledReason = "there is no Chromium on this machine")
class BoardIT {
  private static final int TABS = 7;

  private final Shop shop;
  private final Notifications notifications;
  private final Chromium chromium = new Chromium();
  private final String somebody = "somebody-" + UUID.randomUUID().toString().substring(0, 8);

  BoardIT(Shop shop) {
    this.shop = shop;
    this.notifications = new Notifications(shop);
  }

  @AfterEach
  void close() {
    shop.mend();
    chromium.close();
  }

  @Test
  void whoEntersForTheFirstTimeIsAskedForAName() {
    Page page = chromium.person().newPage();
    page.navigate(shop.pages() + "index.html");
    Locator name = page.getByLabel("Your name");
    name.fill("not a name");
    name.press("Enter");
    assertThat(page.locator("#who")).isEmpty();
    name.fill(somebody);
    name.press("Enter");
    assertThat(page.locator("#who")).hasText(somebody);
    page.reload();
    assertThat(page.locator("#who")).hasText(somebody);
    page.getByText("Sign out").click();
    assertThat(name).isVisible();
  }

  @Test
  void anAdoptionIsSeenByAllWhoLook() {
    Board ann = Board.open(chromium.person().newPage(), shop, somebody);
    Board bob = Board.open(chromium.person().newPage(), shop, "bob");
    ann.awaitStatus("Olive", "available");
    ann.adopt("Olive");
    bob.awaitStatus("Olive", "adopted");
    bob.awaitNews("Olive was adopted by " + somebody, 1);
    ann.awaitNews("Olive was adopted by you", 1);
  }

  @Test
  void whatIsUnreadIsCountedUntilItIsRead() {
    Board board = Board.open(chromium.person().newPage(), shop, somebody);
    board.readThem();
    board.awaitAllRead();
    notifications.publish("unread-1");
    notifications.publish("unread-2");
    board.awaitUnread("2 unread");
    board.readThem();
    board.awaitAllRead();
  }

  @Test
  void sevenTabsAreAllLiveOverOneStream() {
    Waiting.await("nobody else is there").until(() -> streams() == 0);
    BrowserContext person = chromium.person();
    List<Board> tabs = new ArrayList<>();
    for (int i = 0; i < TABS; i++) {
      tabs.add(Board.open(person.newPage(), shop, somebody));
    }
    Waiting.await("one stream").until(() -> streams() == 1);
    notifications.publish("tabs-1");
    tabs.forEach(tab -> tab.awaitNews("tabs-1", 1));

    tabs.remove(0).leave(); // it was the one that listened
    notifications.publish("tabs-2");
    tabs.forEach(tab -> tab.awaitNews("tabs-2", 1));
    Waiting.await("one stream again").until(() -> streams() == 1);
  }

  private double streams() {
    return shop.servers().notification().metric("petstore_connections_open");
  }

  @Test
  void nothingIsMissedWhileTheNetworkIsAway() {
    Board board = Board.open(chromium.person().newPage(), shop, somebody);
    String prefix = "away-" + somebody;
    notifications.publish(prefix + "-0");
    board.awaitNews(prefix, 1);
    shop.storeNetwork().cut();
    board.connection().awaitInterruption(5);
    for (int i = 1; i < 5; i++) {
      notifications.publish(prefix + "-" + i);
    }
    shop.mend();
    board.awaitNews(prefix, 5);
    assertThat(board.linesWith(prefix))
        .isEqualTo(IntStream.range(0, 5).mapToObj(i -> prefix + "-" + i + ": -").toList());
  }
}
