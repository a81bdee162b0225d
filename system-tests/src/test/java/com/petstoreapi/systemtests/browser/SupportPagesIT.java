package com.petstoreapi.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Help for customers, by customers and agents with browsers, over networks as they are. */
@WithShop
@EnabledIf(value = Chromium.IS_THERE, disabledReason = "there is no Chromium on this machine")
class SupportPagesIT {
  private final Shop shop;
  private final Chromium chromium = new Chromium();
  private final String subject = "question " + UUID.randomUUID().toString().substring(0, 8);

  SupportPagesIT(Shop shop) {
    this.shop = shop;
  }

  @AfterEach
  void close() {
    shop.mend();
    chromium.close();
  }

  private HelpPage help(String customer) {
    return HelpPage.open(chromium.person().newPage(), shop, customer);
  }

  /** On a network that goes on when the customers' fails. */
  private DeskPage desk(String agent) {
    return DeskPage.open(AnotherNetwork.person(chromium, shop).newPage(), shop, agent);
  }

  @Test
  void whoComesToTheDeskSignsInAsAnAgent() {
    Page page = chromium.person().newPage();
    page.navigate(shop.pages() + "chat.html?user=ann");
    Locator pages = page.getByRole(AriaRole.NAVIGATION);
    assertThat(pages.getByText("Help").getAttribute("aria-current")).isEqualTo("page");
    assertThat(pages.getByText("Desk").count()).isZero();
    page.getByText("Sign out").click();
    page.getByLabel("Your name").fill("bob");
    page.getByLabel("an agent").check();
    page.getByLabel("Your name").press("Enter");
    pages.getByText("Desk").click();
    page.locator("#who").getByText("bob (agent)").waitFor();
    page.getByText("Nothing is open").waitFor();
  }

  @Test
  void aCustomerAndAnAgentTalk() {
    DeskPage desk = desk("bob");
    Talk ann = help("ann").ask(subject, "Is Rex still there?");
    ann.awaitStatus("waiting for an agent");
    Talk bob = desk.take(subject);
    ann.awaitStatus("with bob");
    ann.awaitNews("bob has taken the chat");
    bob.awaitSaid("Is Rex still there?");
    ann.awaitSeenBy("bob");
    ann.awaitHere("bob");
    bob.write("He");
    ann.awaitTyping("bob is writing");
    bob.say(" is.");
    ann.awaitSaid("He is.");
    ann.awaitNobodyTyping();
    bob.awaitSeenBy("ann");
    ann.say("May I see him?");
    bob.awaitSaid("May I see him?");
    assertThat(ann.said())
        .isEqualTo(List.of("Is Rex still there?", "He is.", "May I see him?"))
        .isEqualTo(bob.said());
  }

  @Test
  void imagesAreSeenOnBothSidesAndLargeOnesAreSentSmaller() {
    DeskPage desk = desk("bob");
    Talk ann = help("ann").ask(subject, "Look");
    Talk bob = desk.take(subject);
    bob.attach(Pictures.small(7));
    ann.awaitImages(1);
    assertThat(ann.widthOfLastImage()).isEqualTo(7);
    ann.attach(Pictures.large(2000));
    ann.awaitImages(2);
    bob.awaitImages(2);
    assertThat(bob.widthOfLastImage()).isBetween(500, 1600);
  }

  @Test
  void aChatIsHandedOnToAnotherAgentClosedAndOpenedAgain() {
    DeskPage bobsDesk = desk("bob");
    DeskPage carlsDesk = desk("carl");
    HelpPage page = help("ann");
    Talk ann = page.ask(subject, "Hello");
    Talk bob = bobsDesk.take(subject);
    bob.handOnTo("carl");
    ann.awaitStatus("with carl");
    Talk carl = carlsDesk.open(subject);
    carl.say("Carl here.");
    ann.awaitSaid("Carl here.");
    ann.close();
    carl.awaitStatus("closed");
    carl.awaitOpenToSay(false);
    ann.awaitOpenToSay(false);
    ann.reopen();
    ann.awaitStatus("waiting for an agent");
    ann.say("One more thing");
    bobsDesk.awaitQueued(subject);
    Talk again = bobsDesk.take(subject);
    again.awaitSaid("One more thing");
    assertThat(again.said()).isEqualTo(List.of("Hello", "Carl here.", "One more thing"));
  }

  @Test
  void anAgentKeepsSeveralChatsGoing() {
    DeskPage desk = desk("bob");
    Talk ann = help("ann").ask(subject, "Ann asks");
    String another = subject.replace("question", "request");
    Talk eve = help("eve").ask(another, "Eve asks");
    desk.take(subject).say("Hello Ann");
    ann.awaitSaid("Hello Ann");
    Talk bobWithEve = desk.take(another);
    bobWithEve.say("Hello Eve");
    eve.awaitSaid("Hello Eve");
    ann.say("Are you there?");
    desk.awaitUnread(subject, 1);
    Talk bobWithAnn = desk.lookAt(subject);
    bobWithAnn.awaitSaid("Are you there?");
    ann.awaitSeenBy("bob");
  }

  @Test
  void theCustomersNetworkIsAwayForTwentySecondsAndNothingIsLostOrDoubled() {
    DeskPage desk = desk("bob");
    HelpPage page = help("ann");
    Talk ann = page.ask(subject, "first");
    Talk bob = desk.take(subject);
    bob.say("from bob before");
    ann.awaitSaid("from bob before");
    shop.auctionsNetwork().cut();
    ann.connection().awaitInterruption(5);
    ann.say("from ann 1");
    bob.say("from bob 1");
    ann.say("from ann 2");
    bob.say("from bob 2");
    Waiting.upTo(30, "nothing of hers comes through meanwhile")
        .during(Duration.ofSeconds(20))
        .until(bob::said, said -> !said.contains("from ann 1"));
    ann.say("from ann 3");
    shop.mend();
    ann.connection().awaitOpen(30);
    bob.awaitSaid("from ann 3");
    ann.awaitSaid("from bob 2");
    ann.awaitSent();
    bob.awaitSent();
    assertThat(ann.said())
        .isEqualTo(bob.said())
        .isEqualTo(journal(page.chat()))
        .containsExactly(
            "first",
            "from bob before",
            "from bob 1",
            "from bob 2",
            "from ann 1",
            "from ann 2",
            "from ann 3");
  }

  @Test
  void whatWasNotSentWhenThePageWasLeftIsSentByTheNext() {
    HelpPage page = help("ann");
    Talk ann = page.ask(subject, "first");
    shop.auctionsNetwork().cut();
    ann.connection().awaitInterruption(5);
    ann.say("second");
    page.reload();
    shop.mend();
    Talk later = page.talk();
    later.awaitSaid("second");
    later.awaitSent();
    assertThat(journal(page.chat())).containsExactly("first", "second");
  }

  @Test
  void whereNoSocketGetsThroughItIsATalkAllTheSame() {
    shop.auctionsNetwork().refuseSockets();
    Talk ann = help("ann").ask(subject, "first");
    ann.connection().awaitTransport("sse", 10);
    Talk bob = desk("bob").take(subject);
    bob.say("second");
    ann.awaitSaid("second");
    ann.say("third");
    bob.awaitSaid("third");
    assertThat(ann.said()).containsExactly("first", "second", "third").isEqualTo(bob.said());
  }

  /** What was said, as the service has it. */
  private List<String> journal(String chat) {
    return new Auctions(shop)
            .as("ann")
            .get("/v1/chats/" + chat + "/messages?types=message&limit=200")
            .expect(200)
            .json()
            .getJsonArray("items")
            .stream()
            .map(item -> item.asJsonObject().getJsonObject("data").getString("text"))
            .toList();
  }
}
