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
import java.util.UUID;
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
    BrowserContext person = person(scheme, screen);
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

  @ParameterizedTest
  @MethodSource("looks")
  void ofHelpAndDesk(ColorScheme scheme, Screen screen) {
    String subject = "Rex " + UUID.randomUUID().toString().substring(0, 8);
    Page help = person(scheme, screen).newPage();
    Page desk = person(scheme, screen).newPage();
    HelpPage page = HelpPage.open(help, shop, "ann");
    picture(help, "help", scheme, screen);
    Talk ann = page.ask(subject, "Is Rex still there? I saw him in the auction yesterday.");
    DeskPage atDesk = DeskPage.open(desk, shop, "bob");
    atDesk.awaitQueued(subject);
    Talk bob = atDesk.take(subject);
    bob.say("He is, and he likes visitors. This is how he looks today:");
    bob.attach(Pictures.small(120));
    ann.awaitImages(1);
    bob.awaitImages(1);
    ann.say("May I come on Saturday?");
    bob.awaitSaid("May I come on Saturday?");
    bob.write("Of");
    ann.awaitTyping("bob");
    picture(help, "chat", scheme, screen);
    picture(desk, "desk", scheme, screen);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void ofACarePlan(ColorScheme scheme, Screen screen) {
    String pet = "pet-" + UUID.randomUUID().toString().substring(0, 8);
    Page page = person(scheme, screen).newPage();
    CarePage ann = CarePage.open(page, shop, "ann", pet).begin("Care of Rex", "bob");
    ann.add("Walk in the park");
    ann.add("Feed, but not too much");
    ann.add("Brush his coat, the way he likes it: from the neck to the tail");
    ann.tick(1);
    ann.assign(0, "bob");
    ann.awaitSaved();
    CarePage bob = CarePage.open(person(scheme, screen).newPage(), shop, "bob", pet).live();
    bob.awaitTasks(3);
    bob.goTo(0);
    ann.awaitCursor(0, "bob");
    picture(page, "care", scheme, screen);
  }

  private BrowserContext person(ColorScheme scheme, Screen screen) {
    return chromium.person(
        new Browser.NewContextOptions()
            .setColorScheme(scheme)
            .setViewportSize(screen.width, screen.height));
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
