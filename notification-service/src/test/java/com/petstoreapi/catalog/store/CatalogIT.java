package com.petstoreapi.catalog.store;

import static com.petstoreapi.notification.support.ServiceClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.catalog.Change;
import com.petstoreapi.catalog.Pet;
import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.notification.support.ServiceClient;
import com.petstoreapi.notification.support.Shipped;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.value.Money;
import com.petstoreapi.realtime.value.Uuid7;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A change to the store and the events that tell of it are one: both are there, or neither. */
@ExtendWith(ArquillianExtension.class)
class CatalogIT {
  @Inject private StoreDesk desk;
  @Inject private CatalogStore store;
  @Inject private LiveStreams streams;
  @Inject private Journal journal;
  @Inject private Uuid7 ids;

  private Change<Pet> arrival;
  private String id;
  private long before;

  @Deployment
  static WebArchive deployment() {
    return Shipped.war();
  }

  @BeforeEach
  void aPetArrives() {
    id = ids.next();
    arrival = Pet.arrived(id, "Rex", "dog", new Money(250_00, "USD"));
    before = head();
  }

  @Test
  void aChangeIsThereWithItsEvent() {
    assertThat(change(arrival, pet -> "{}").join()).isEqualTo("{}");
    assertThat(store.pet(id)).contains(arrival.after());
    assertThat(eventsSince()).extracting(Event::type).containsExactly("status-change");
  }

  @Test
  void aChangeThatFailsAfterItWasSavedLeavesNeither() {
    assertThatThrownBy(
            () ->
                change(
                        arrival,
                        pet -> {
                          throw new IllegalStateException("a fault");
                        })
                    .join())
        .hasRootCauseMessage("a fault");
    assertNothingHappened();
  }

  @Test
  void aChangeThatIsRefusedLeavesNeither() {
    assertThatThrownBy(
            () ->
                desk.change(
                    Optional.empty(),
                    commit -> {
                      throw Refusal.notFound("There is no such pet.");
                    },
                    (Pet pet) -> store.save(pet),
                    pet -> "{}"))
        .isInstanceOf(Refusal.class);
    assertNothingHappened();
  }

  @Test
  void anEventThatTheJournalCannotTakeLeavesNoChange() {
    CompletableFuture<String> answer =
        streams
            .writer(NotificationStream.NAME)
            .submit(
                commit -> {
                  store.save(arrival.after());
                  commit.append(new Draft("t".repeat(65), Audience.EVERYONE, "", "{}"));
                  return "";
                });
    assertThatThrownBy(answer::join).isInstanceOf(RuntimeException.class);
    assertNothingHappened();
  }

  @Test
  void aChangeThatFailsSpoilsNoOther() {
    List<Change<Pet>> arrivals =
        IntStream.range(0, 20)
            .mapToObj(i -> Pet.arrived(ids.next(), "Pet " + i, "cat", new Money(1, "USD")))
            .toList();
    List<CompletableFuture<String>> answers =
        arrivals.stream().map(each -> change(each, CatalogIT::faultForPetSeven)).toList();
    for (int i = 0; i < 20; i++) {
      if (i == 7) {
        assertThatThrownBy(answers.get(i)::join).hasRootCauseMessage("a fault");
        assertThat(store.pet(arrivals.get(i).after().id())).isEmpty();
      } else {
        assertThat(answers.get(i).join()).isEqualTo("{}");
        assertThat(store.pet(arrivals.get(i).after().id())).isPresent();
      }
    }
    assertThat(eventsSince()).hasSize(19);
  }

  @Test
  void anAdoptionOverHttpTellsTwoEventsAndHappensOnce() {
    change(arrival, pet -> "{}").join();
    before = head();
    ServiceClient ann = ServiceClient.of("ann", "user");
    HttpResponse<String> adopted = ann.post("/v1/pets/" + id + "/adoption", "");
    assertThat(adopted.statusCode()).as(adopted.body()).isEqualTo(201);
    assertThat(json(adopted).getString("status")).isEqualTo("ADOPTED");
    HttpResponse<String> again = ann.post("/v1/pets/" + id + "/adoption", "{}");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(json(again).getString("code")).isEqualTo("invalid-transition");
    assertThat(eventsSince()).extracting(Event::type).containsExactly("status-change", "adoption");
  }

  private void assertNothingHappened() {
    assertThat(store.pet(id)).isEmpty();
    assertThat(head()).isEqualTo(before);
  }

  private CompletableFuture<String> change(Change<Pet> change, Function<Pet, String> answer) {
    return CompletableFuture.supplyAsync(
        () -> desk.change(Optional.empty(), commit -> change, store::save, answer),
        task -> new Thread(task, "a-request").start());
  }

  private static String faultForPetSeven(Pet pet) {
    if (pet.name().equals("Pet 7")) {
      throw new IllegalStateException("a fault");
    }
    return "{}";
  }

  private long head() {
    return journal.open(NotificationStream.NAME).seq();
  }

  private List<Event> eventsSince() {
    return journal.read(NotificationStream.NAME, before, 1_000);
  }
}
