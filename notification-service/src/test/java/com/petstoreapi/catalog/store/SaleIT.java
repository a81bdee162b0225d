package com.petstoreapi.catalog.store;

import static com.petstoreapi.notification.support.ServiceClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.catalog.PetStatus;
import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.notification.support.ServiceClient;
import com.petstoreapi.notification.support.Shipped;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.value.Uuid7;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A pet that was sold elsewhere is adopted once, in one transaction with what is told of it. */
@ExtendWith(ArquillianExtension.class)
class SaleIT {
  private static final String TOLD =
      "{\"userId\":\"ann\",\"events\":["
          + "{\"id\":\"%1$s.end\",\"type\":\"auction-end\",\"data\":{\"petId\":\"%2$s\"}},"
          + "{\"id\":\"%1$s.won\",\"type\":\"auction-won\",\"audience\":\"ann\",\"data\":{}}]}";

  private static final List<String> NO_SALES =
      List.of(
          "{}",
          "{\"userId\":\"ann\"}",
          "{\"userId\":\"ann\",\"events\":[]}",
          "{\"userId\":\"ann\",\"events\":{}}",
          "{\"userId\":\"ann\",\"events\":[{\"type\":\"auction-end\",\"data\":{}}]}",
          "{\"userId\":\"a b\",\"events\":[{\"id\":\"i\",\"type\":\"auction-end\",\"data\":{}}]}",
          "{\"events\":[{\"id\":\"i\",\"type\":\"auction-end\",\"data\":{}}]}",
          "[{\"id\":\"i\",\"type\":\"auction-end\",\"data\":{}}]");

  @Inject private SaleDesk desk;
  @Inject private CatalogStore store;
  @Inject private Journal journal;
  @Inject private Uuid7 ids;

  private ServiceClient seller;
  private ServiceClient publisher;
  private String pet;
  private String sale;
  private long before;

  @Deployment
  static WebArchive deployment() {
    return Shipped.war();
  }

  @BeforeEach
  void aPetIsForSale() {
    seller = ServiceClient.of("sam", "seller");
    publisher = ServiceClient.of("auction-service", "publisher");
    pet =
        json(seller.post("/v1/pets", "{\"name\":\"Rex\",\"species\":\"dog\",\"price\":250}"))
            .getString("id");
    sale = ids.next();
    before = head();
  }

  @Test
  void aSaleIsAnAdoptionAndIsToldInOneGo() {
    HttpResponse<String> answer = sell(pet);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(json(answer).getBoolean("adopted")).isTrue();
    assertThat(json(answer).getString("position")).startsWith(before + 4 + "-");
    assertThat(status()).isEqualTo(PetStatus.ADOPTED);
    assertThat(eventsSince())
        .extracting(Event::type)
        .containsExactly("status-change", "adoption", "auction-end", "auction-won");
    assertThat(eventsSince())
        .extracting(event -> event.audience().user())
        .containsExactly("", "", "", "ann");
    assertThat(eventsSince().get(1).data()).contains("\"userId\":\"ann\"");
  }

  @Test
  void whoAsksAgainGetsTheSameAnswerAndChangesNothing() {
    String first = sell(pet).body();
    HttpResponse<String> again = sell(pet);

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first);
    assertThat(eventsSince()).hasSize(4);
  }

  @Test
  void aRepetitionLeavesThePetAsItIsByThen() {
    sell(pet);
    seller.put("/v1/pets/" + pet + "/status", "{\"status\":\"AVAILABLE\"}");

    assertThat(json(sell(pet)).getBoolean("adopted")).isTrue();
    assertThat(status()).isEqualTo(PetStatus.AVAILABLE);
  }

  @Test
  void aHundredWhoAskAtOnceSellItOnce() {
    List<CompletableFuture<String>> answers =
        IntStream.range(0, 100)
            .mapToObj(i -> CompletableFuture.supplyAsync(this::sellAtTheDesk, aThread()))
            .toList();

    assertThat(answers.stream().map(CompletableFuture::join))
        .allMatch(answer -> answer.endsWith("\"adopted\":true}"));
    assertThat(eventsSince())
        .extracting(Event::type)
        .containsExactly("status-change", "adoption", "auction-end");
  }

  @Test
  void aPetThatIsNotHereIsToldOfAllTheSame() {
    String stranger = ids.next();
    HttpResponse<String> answer = sell(stranger);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(json(answer).getBoolean("adopted")).isFalse();
    assertThat(json(sell(stranger)).getBoolean("adopted")).isFalse();
    assertThat(eventsSince()).extracting(Event::type).containsExactly("auction-end", "auction-won");
  }

  @Test
  void aPetThatWasAdoptedMeanwhileIsNotAdoptedAgain() {
    ServiceClient.of("bob", "user").post("/v1/pets/" + pet + "/adoption", "");
    HttpResponse<String> answer = sell(pet);

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).getBoolean("adopted")).isFalse();
    assertThat(json(sell(pet)).getBoolean("adopted")).isFalse();
    assertThat(eventsSince())
        .extracting(Event::type)
        .containsExactly("status-change", "adoption", "auction-end", "auction-won");
  }

  @Test
  void anEventThatTheJournalCannotTakeLeavesThePetForSale() {
    Draft tooLong = new Draft("t".repeat(65), Audience.EVERYONE, "", "{}", sale);
    assertThatThrownBy(() -> desk.sell(Optional.empty(), pet, "ann", List.of(tooLong)))
        .isInstanceOf(RuntimeException.class);

    assertThat(status()).isEqualTo(PetStatus.AVAILABLE);
    assertThat(eventsSince()).isEmpty();
  }

  @Test
  void onlyAPublisherTellsOfSales() {
    String path = "/v1/pets/" + pet + "/sale";
    assertThat(ServiceClient.of("ann", "user").post(path, told(pet)).statusCode()).isEqualTo(403);
    assertThat(seller.post(path, told(pet)).statusCode()).isEqualTo(403);
  }

  @Test
  void aSaleThatIsNoneIsRefused() {
    for (String body : NO_SALES) {
      HttpResponse<String> answer = publisher.post("/v1/pets/" + pet + "/sale", body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(json(answer).getString("code")).as(body).isEqualTo("invalid-message");
    }
    assertThat(publisher.post("/v1/pets/a%20b/sale", told(pet)).statusCode()).isEqualTo(400);
    assertThat(eventsSince()).isEmpty();
  }

  private HttpResponse<String> sell(String petId) {
    return publisher.post("/v1/pets/" + petId + "/sale", told(petId));
  }

  private String told(String petId) {
    return TOLD.formatted(sale, petId);
  }

  private String sellAtTheDesk() {
    Draft end = new Draft("auction-end", Audience.EVERYONE, pet, "{}", sale);
    return desk.sell(Optional.empty(), pet, "ann", List.of(end));
  }

  private static Executor aThread() {
    return task -> new Thread(task, "a-request").start();
  }

  private PetStatus status() {
    return store.pet(pet).orElseThrow().status();
  }

  private long head() {
    return journal.open(NotificationStream.NAME).seq();
  }

  private List<Event> eventsSince() {
    return journal.read(NotificationStream.NAME, before, 1_000);
  }
}
