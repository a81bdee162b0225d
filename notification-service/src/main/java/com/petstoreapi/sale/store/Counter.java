package com.petstoreapi.sale.store;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.catalog.Stock;
import com.petstoreapi.catalog.store.Shelf;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.value.Money;
import com.petstoreapi.sale.Article;
import com.petstoreapi.sale.Proposal;
import com.petstoreapi.sale.Purchase;
import com.petstoreapi.sale.Sale;
import com.petstoreapi.sale.SaleState;
import com.petstoreapi.sale.SaleStatus;
import com.petstoreapi.sale.Seller;
import com.petstoreapi.sale.Wish;
import com.petstoreapi.sale.json.PurchaseJson;
import com.petstoreapi.sale.json.SaleJson;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is decided of sales within one transaction. Each refusal comes before the first write. */
final class Counter {
  private final Commit commit;
  private final Ledger ledger;
  private final Shelf shelf;

  Counter(Commit commit, Ledger ledger, Shelf shelf) {
    this.commit = commit;
    this.ledger = ledger;
    this.shelf = shelf;
  }

  String put(String id, Seller seller, Proposal proposal) throws SQLException {
    Optional<Sale> before = ledger.find(id);
    Sale after =
        before.isPresent()
            ? before.get().change(seller, proposal, commit.now())
            : Sale.propose(id, seller, proposal, commit.now());
    requireFree(after);
    become(before, after);
    return JSON.createObjectBuilder()
        .add("created", before.isEmpty())
        .add("sale", SaleJson.state(state(after)))
        .build()
        .toString();
  }

  String close(String id, Seller seller) throws SQLException {
    Sale sale = find(id);
    Sale after = sale.close(seller);
    become(Optional.of(sale), after);
    return SaleJson.state(state(after)).toString();
  }

  String buy(Wish wish) throws SQLException {
    Sale before = find(wish.saleId());
    Sale sale = before.at(commit.now());
    Article article = sale.offer(wish.sku());
    long remaining = opens(before, sale) ? article.stock() : stock(wish.sku());
    Money amount = article.sell(wish.quantity(), ledger.bought(wish), remaining);
    become(Optional.of(before), sale);
    Purchase purchase = new Purchase(wish, amount, commit.now());
    ledger.enter(purchase);
    long left = shelf.take(wish.sku(), wish.quantity());
    commit.append(
        new Draft(
            "purchase",
            Audience.only(wish.buyer()),
            "",
            PurchaseJson.event(purchase),
            wish.purchaseId()));
    return PurchaseJson.receipt(purchase, left, commit.position());
  }

  /** Whether the sale's moment had come. */
  boolean keepTime(String id) throws SQLException {
    Optional<Sale> before = ledger.find(id);
    Optional<Sale> after = before.map(sale -> sale.at(commit.now()));
    if (after.equals(before)) {
      return false;
    }
    become(before, after.get());
    return true;
  }

  private Sale find(String id) throws SQLException {
    return ledger.find(id).orElseThrow(Sale::noSuchSale);
  }

  private void requireFree(Sale sale) throws SQLException {
    Optional<String> elsewhere = SaleTable.elsewhere(commit.connection(), sale);
    if (elsewhere.isPresent()) {
      throw new Refusal(
          ErrorCode.INVALID_TRANSITION,
          "Article " + elsewhere.get() + " is in another sale at that time.",
          Map.of("sku", elsewhere.get()));
    }
  }

  /** Writes and tells; what is as it was is left alone. */
  private void become(Optional<Sale> before, Sale after) throws SQLException {
    if (before.filter(after::equals).isPresent()) {
      return;
    }
    ledger.put(after);
    if (before.isEmpty() ? after.status() == SaleStatus.OPEN : opens(before.get(), after)) {
      for (Article article : after.terms().articles()) {
        shelf.recount(article.sku(), article.stock());
      }
    }
    String told = SaleJson.event(after, commit.now());
    commit.append(new Draft("sale", Audience.EVERYONE, "", told));
  }

  private static boolean opens(Sale before, Sale after) {
    return before.status() == SaleStatus.SCHEDULED && after.status() == SaleStatus.OPEN;
  }

  private SaleState state(Sale sale) throws SQLException {
    Map<String, Long> remaining = new HashMap<>();
    for (Article article : sale.terms().articles()) {
      remaining.put(
          article.sku(),
          sale.status() == SaleStatus.SCHEDULED ? article.stock() : stock(article.sku()));
    }
    return new SaleState(sale, remaining, commit.position());
  }

  private long stock(String sku) throws SQLException {
    return shelf.stock(sku).map(Stock::stock).orElse(0L);
  }
}
