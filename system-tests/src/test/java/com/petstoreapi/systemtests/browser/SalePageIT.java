package com.petstoreapi.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.petstoreapi.systemtests.support.Sales;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The page of a sale, by people with browsers, over networks as they are. */
@WithShop
@EnabledIf(value = Chromium.IS_THERE, disabledReason = "there is no Chromium on this machine")
class SalePageIT {
  private final Shop shop;
  private final Sales sales;
  private final Chromium chromium = new Chromium();
  private final String sale = "sale-" + UUID.randomUUID();
  private final String sku = "sku-" + UUID.randomUUID().toString().substring(0, 8);

  SalePageIT(Shop shop) {
    this.shop = shop;
    this.sales = new Sales(shop);
  }

  @BeforeEach
  void aSaleIsOpen() {
    sales.open(sale, sku, 10).expect(201);
  }

  @AfterEach
  void close() {
    shop.mend();
    chromium.close();
    sales.close(sale);
  }

  private SalePage enter(String user) {
    return SalePage.open(chromium.person().newPage(), shop, user, sale);
  }

  @Test
  void whatOneBuysAllSeeGone() {
    SalePage ann = enter("ann");
    SalePage bob = enter("bob");
    bob.awaitRemaining(10);
    ann.buy(3);
    ann.awaitOutcome("Yours: 3 for $7.50.");
    ann.awaitRemaining(7);
    bob.awaitRemaining(7);
    ann.awaitPurchases(1);
    bob.awaitPurchases(0);
    ann.reload();
    ann.awaitPurchases(1);
    ann.awaitRemaining(7);
  }

  @Test
  void theLastIsGoneForAll() {
    SalePage ann = enter("ann");
    SalePage bob = enter("bob");
    bob.awaitRemaining(10);
    ann.buy(8);
    ann.awaitOutcome("Yours: 8");
    bob.awaitRemaining(2);
    bob.buy(3);
    bob.awaitOutcome("There are not so many of it left.");
    bob.buy(2);
    bob.awaitOutcome("Yours: 2");
    ann.awaitSoldOut();
    bob.awaitSoldOut();
  }

  @Test
  void aPurchaseThatIsMadeWhileTheNetworkIsAwayCountsOnce() {
    SalePage ann = enter("ann");
    ann.awaitRemaining(10);
    shop.storeNetwork().cut();
    ann.connection().awaitInterruption(5);
    ann.buy(2);
    ann.awaitButtonOff();
    ann.awaitOutcome("…");
    shop.mend();
    ann.awaitOutcome("Yours: 2 for $5.00.");
    ann.awaitPurchases(1);
    ann.awaitRemaining(8);
    assertThat(sales.remaining(sale)).isEqualTo(8);
  }

  @Test
  void whatWasNotAnsweredIsSaidAgainByThePageThatIsLoadedAnew() {
    SalePage ann = enter("ann");
    ann.awaitRemaining(10);
    shop.storeNetwork().cut();
    ann.connection().awaitInterruption(5);
    ann.buy(4);
    ann.awaitOutcome("…");
    ann.leave(); // before the network is there, else the page that is left may get the answer
    shop.mend();
    ann.comeBack();
    ann.awaitOutcome("Yours: 4 for $10.00.");
    ann.awaitPurchases(1);
    assertThat(sales.remaining(sale)).isEqualTo(6);
  }

  @Test
  void aSaleThatIsClosedSaysSo() {
    SalePage ann = enter("ann");
    ann.awaitStatus("open");
    sales.close(sale).expect(200);
    ann.awaitStatus("ended");
    ann.awaitButtonOff();
  }

  @Test
  void theBoardLeadsToTheSaleThatIsOpen() {
    Page page = chromium.person().newPage();
    page.navigate(shop.pages() + "index.html?user=ann");
    page.getByText("Sales", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("#title")).containsText("Sale of sku-");
  }

  @Test
  void onAPhoneNothingIsWiderThanTheScreen() {
    Page page = chromium.person().newPage();
    page.setViewportSize(390, 844);
    SalePage.open(page, shop, "ann", sale).awaitRemaining(10);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screenshots/sale-phone.png"))
            .setFullPage(true));
    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
  }
}
