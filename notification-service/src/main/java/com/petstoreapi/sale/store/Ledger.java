package com.petstoreapi.sale.store;

import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.sale.Purchase;
import com.petstoreapi.sale.Sale;
import com.petstoreapi.sale.Wish;
import com.petstoreapi.sale.store.PurchaseTable.Account;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Sales and purchases in one transaction: each sale is read once for all commands of a batch, what
 * their buyers have bought before in one statement, and their purchases are written in one. Used by
 * one thread.
 */
final class Ledger implements Commit.Part {
  private final Commit commit;
  private final IntConsumer made;
  private final Map<String, Optional<Sale>> sales = new HashMap<>();
  private final Set<Account> asked = new HashSet<>();
  private final Set<Account> waiting = new LinkedHashSet<>();
  private final Map<Account, Long> bought = new HashMap<>();
  private final List<Purchase> purchases = new ArrayList<>();

  /**
   * @param made told after the commit how many purchases it has made
   */
  Ledger(Commit commit, IntConsumer made) {
    this.commit = commit;
    this.made = made;
  }

  /** It will be asked what this buyer has bought before. */
  void announce(Wish wish) {
    Account account = Account.of(wish);
    if (asked.add(account)) {
      waiting.add(account);
    }
  }

  Optional<Sale> find(String id) throws SQLException {
    Optional<Sale> sale = sales.get(id);
    if (sale == null) {
      sale = SaleTable.find(commit.connection(), id);
      sales.put(id, sale);
    }
    return sale;
  }

  /** Writes the sale, which is new, or differs from what {@link #find} has found. */
  void put(Sale sale) throws SQLException {
    Optional<Sale> before = find(sale.id());
    if (before.isEmpty()) {
      SaleTable.insert(commit.connection(), sale);
    } else if (before.get().terms().articles().equals(sale.terms().articles())) {
      SaleTable.update(commit.connection(), sale);
    } else {
      SaleTable.updateWithArticles(commit.connection(), sale);
    }
    sales.put(sale.id(), Optional.of(sale));
  }

  /** How many of the article the buyer has of this sale. */
  long bought(Wish wish) throws SQLException {
    announce(wish);
    if (!waiting.isEmpty()) {
      bought.putAll(PurchaseTable.bought(commit.connection(), List.copyOf(waiting)));
      waiting.clear();
    }
    return bought.get(Account.of(wish));
  }

  void enter(Purchase purchase) {
    purchases.add(purchase);
    bought.merge(Account.of(purchase.wish()), (long) purchase.wish().quantity(), Long::sum);
  }

  @Override
  public void flush(Commit same) throws SQLException {
    if (!purchases.isEmpty()) {
      PurchaseTable.insert(commit.connection(), purchases, commit.now());
    }
  }

  @Override
  public void committed(Commit same) {
    made.accept(purchases.size());
  }
}
