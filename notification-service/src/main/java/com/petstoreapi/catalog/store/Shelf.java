package com.petstoreapi.catalog.store;

import com.petstoreapi.catalog.Change;
import com.petstoreapi.catalog.Shelved;
import com.petstoreapi.catalog.Stock;
import com.petstoreapi.catalog.StoreEvent;
import com.petstoreapi.realtime.journal.Commit;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The stock of articles in one transaction: read once for all commands of a batch, written once
 * after them. What was taken is told now and then, not each time; what is left untold is handed on
 * after the commit, so that the last number is told in any case. Used by one thread.
 */
public final class Shelf implements Commit.Part {
  private final Commit commit;
  private final Duration apart;
  private final Consumer<List<String>> untold;
  private final Set<String> asked = new HashSet<>();
  private final Set<String> waiting = new LinkedHashSet<>();
  private final Map<String, Shelved> found = new HashMap<>();
  private final Set<String> fresh = new HashSet<>();
  private final Set<String> changed = new LinkedHashSet<>();

  /**
   * @param apart the least time between two events that tell what is left of an article
   * @param untold takes the articles of which the newest number is still to be told
   */
  Shelf(Commit commit, Duration apart, Consumer<List<String>> untold) {
    this.commit = commit;
    this.apart = apart;
    this.untold = untold;
  }

  /** The article will be asked for. */
  public void announce(String sku) {
    if (asked.add(sku)) {
      waiting.add(sku);
    }
  }

  /** How much there is of an article; empty when it was never counted. */
  public Optional<Stock> stock(String sku) throws SQLException {
    return find(sku).map(Shelved::stock);
  }

  /** Counts an article anew, and tells at once if it is another number. */
  public Stock recount(String sku, long count) throws SQLException {
    Optional<Stock> before = stock(sku);
    Change<Stock> change =
        before.map(stock -> stock.recounted(count)).orElseGet(() -> Stock.counted(sku, count));
    if (before.isEmpty()) {
      fresh.add(sku);
    }
    if (!change.events().isEmpty()) {
      put(new Shelved(change.after(), Optional.empty(), true));
      tell(sku);
    }
    return change.after();
  }

  /**
   * Takes so many of an article, which must be there.
   *
   * @return how many are left
   */
  public long take(String sku, long quantity) throws SQLException {
    Shelved left =
        find(sku)
            .filter(shelved -> shelved.stock().stock() >= quantity)
            .orElseThrow(() -> new IllegalStateException("there is not so much of " + sku))
            .without(quantity);
    put(left);
    return left.stock().stock();
  }

  /** Looks whether what is untold of these articles can be told by now. */
  void look(Collection<String> skus) throws SQLException {
    skus.forEach(this::announce);
    load();
  }

  @Override
  public void flush(Commit same) throws SQLException {
    for (Shelved shelved : List.copyOf(found.values())) {
      if (shelved.isDue(commit.now(), apart)) {
        tell(shelved.stock().sku());
      }
    }
    List<Shelved> inserts = new ArrayList<>();
    List<Shelved> updates = new ArrayList<>();
    for (String sku : changed) {
      (fresh.contains(sku) ? inserts : updates).add(found.get(sku));
    }
    StockTable.insert(commit.connection(), inserts);
    StockTable.update(commit.connection(), updates);
  }

  @Override
  public void committed(Commit same) {
    List<String> left =
        found.values().stream().filter(Shelved::untold).map(each -> each.stock().sku()).toList();
    if (!left.isEmpty()) {
      untold.accept(left);
    }
  }

  private void tell(String sku) {
    Shelved shelved = found.get(sku);
    StoreEvent event = new StoreEvent.Inventory(sku, shelved.stock().stock());
    commit.append(StoreEventDrafts.draft(event, commit.now()));
    put(shelved.told(commit.now()));
  }

  private void put(Shelved shelved) {
    found.put(shelved.stock().sku(), shelved);
    changed.add(shelved.stock().sku());
  }

  private Optional<Shelved> find(String sku) throws SQLException {
    announce(sku);
    load();
    return Optional.ofNullable(found.get(sku));
  }

  /** Reads all that were announced since the last time. */
  private void load() throws SQLException {
    if (!waiting.isEmpty()) {
      StockTable.find(commit.connection(), List.copyOf(waiting))
          .forEach(shelved -> found.put(shelved.stock().sku(), shelved));
      waiting.clear();
    }
  }
}
