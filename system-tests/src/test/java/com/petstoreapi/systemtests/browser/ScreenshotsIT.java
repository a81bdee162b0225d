package com.petstoreapi.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Notifications;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures of the pages in {@code target/screenshots}, for people to look at. */
@WithShop
@EnabledIf(value = Chromium.IS_THERE, disabledReason = "there is no Chromium on this machine")
class ScreenshotsIT {
  private static final Path DIRECTORY = Path.of("target/screenshots");

  private final Shop shop;
  private final Auctions auctions;
  private final Notifications notifications;
  private final Chromium chromium = new Chromium();

  private enum Screen {
    DESKTOP(1280, 800),
    PHONE(390, 844);

    private final int width;
    private final int height;

    Screen(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  ScreenshotsIT(Shop shop) {
    this.shop = shop;
    this.auctions = new Auctions(shop);
    this.notifications = new Notifications(shop);
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  static Stream<Arguments> looks() {
    return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
        .flatMap(scheme -> Stream.of(Screen.values()).map(screen -> Arguments.of(scheme, screen)));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void ofBoardAndRoom(ColorScheme scheme, Screen screen) {
    BrowserContext person =
        chromium.person(
            new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(screen.width, screen.height));
    Page board = person.newPage();
    Board.open(board, shop, "ann");
    notifications.publish("Open house on Saturday", "Come and meet the rabbits");
    Board.open(board, shop, "ann");
    notifications.publish("Puppy class at noon", "Two places are left");
    board.locator("#news li").first().waitFor();
    picture(board, "board", scheme, screen);

    String auction = auctions.openWith("title", "Rex, a dog of good manners", "increment", 5);
    Page page = person.newPage();
    Room room = Room.enter(page, shop.pages(), "ann", auction);
    for (int amount = 10; amount <= 60; amount += 10) {
      auctions.bid(amount % 20 == 0 ? "carl" : "dora", auction, amount).expect(201);
    }
    room.bid(75);
    room.awaitLeader("you");
    room.awaitWatchers(1);
    picture(page, "room", scheme, screen);
  }

  private static void picture(Page page, String name, ColorScheme scheme, Screen screen) {
    page.evaluate( // what is new glows
        "Promise.allSettled(document.getAnimations().map((glow) => glow.finished))");
    String file = "%s-%s-%s.png".formatted(name, scheme, screen).toLowerCase(Locale.ROOT);
    byte[] picture =
        page.screenshot(
            new Page.ScreenshotOptions().setPath(DIRECTORY.resolve(file)).setFullPage(true));
    assertThat(picture).isNotEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("nothing is wider than the screen")
        .isEqualTo(0);
  }
}
