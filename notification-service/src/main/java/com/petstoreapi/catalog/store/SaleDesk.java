package com.petstoreapi.catalog.store;

import com.petstoreapi.catalog.Change;
import com.petstoreapi.catalog.Pet;
import com.petstoreapi.catalog.PetStatus;
import com.petstoreapi.catalog.StoreEvent;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.edge.store.Commits;
import com.petstoreapi.edge.store.Idempotency;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.notification.store.KnownSources;
import com.petstoreapi.notification.store.Publishing;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.StreamWriter;
import com.petstoreapi.realtime.value.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a pet that was sold elsewhere finds its people: the adoption and what the seller tells of
 * it are one transaction, and happen once however often they are asked for.
 */
@ApplicationScoped
public class SaleDesk {
  private static final System.Logger LOG = System.getLogger(SaleDesk.class.getName());

  private final LiveStreams streams;
  private final StreamSettings settings;
  private final CatalogStore store;

  SaleDesk() {
    this(null, null, null);
  }

  @Inject
  public SaleDesk(LiveStreams streams, StreamSettings settings, CatalogStore store) {
    this.streams = streams;
    this.settings = settings;
    this.store = store;
  }

  /**
   * Has the pet adopted and tells of it. Events whose ids the stream has already are passed over,
   * and where it has any of them the sale is known and the pet left alone. So is a pet that is not
   * here or was adopted meanwhile; the sale took place all the same, and is told.
   *
   * @param userId the name under which the adoption is told
   * @param told 1 or more events, each with its id
   * @return {@code {"position","adopted"}} after the commit: whether by this sale the pet was
   *     adopted, now or when it was asked for first
   */
  public String sell(Optional<IdempotencyKey> key, String petId, String userId, List<Draft> told) {
    StreamWriter writer = streams.writer(NotificationStream.NAME);
    String answer =
        Commits.await(
            writer.submit(Idempotency.once(key, commit -> sell(commit, petId, userId, told))),
            settings.commandTimeout());
    if (!JsonText.parse(answer).asJsonObject().getBoolean("adopted")) {
      LOG.log(
          System.Logger.Level.WARNING,
          "pet {0} was sold, but is not in the catalogue or was adopted before: left as it is",
          petId);
    }
    return answer;
  }

  private String sell(Commit commit, String petId, String userId, List<Draft> told)
      throws SQLException {
    String adoption = sourceOfAdoption(told.get(0).source());
    List<String> sources = new ArrayList<>(told.stream().map(Draft::source).toList());
    sources.add(adoption);
    Set<String> known = KnownSources.among(sources, commit);
    boolean adopted =
        told.stream().map(Draft::source).anyMatch(known::contains)
            ? known.contains(adoption)
            : adopt(commit, petId, userId, adoption);
    Publishing.append(commit, told);
    return "{\"position\":\"" + commit.position() + "\",\"adopted\":" + adopted + "}";
  }

  private boolean adopt(Commit commit, String petId, String userId, String source) {
    Optional<Pet> pet = store.pet(petId).filter(found -> found.status() != PetStatus.ADOPTED);
    if (pet.isEmpty()) {
      return false;
    }
    Change<Pet> change = pet.get().adoptedBy(userId);
    store.save(change.after());
    for (StoreEvent event : change.events()) {
      Draft draft = StoreEventDrafts.draft(event, commit.now());
      commit.append(event instanceof StoreEvent.Adoption ? withSource(draft, source) : draft);
    }
    return true;
  }

  private static Draft withSource(Draft draft, String source) {
    return new Draft(draft.type(), draft.audience(), draft.subject(), draft.data(), source);
  }

  /** The id of the adoption that belongs to a sale: a repetition finds by it what was done. */
  private static String sourceOfAdoption(String sale) {
    return HexFormat.of().formatHex(Sha256.of("adoption by " + sale));
  }
}
