package com.petstoreapi.systemtests.support;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Somebody who buys one at a time until nothing is left, through any of several entrances, and now
 * and then says the same again under its key.
 */
public final class Buyer implements Callable<Buyer> {
  private final String name;
  private final List<Sales> entrances;
  private final String sale;
  private final String sku;
  private final Random random;
  private final Set<String> purchases = new HashSet<>();
  private final List<Integer> remaining = new ArrayList<>();
  private int repeated;

  public Buyer(String name, List<Sales> entrances, String sale, String sku) {
    this.name = name;
    this.entrances = entrances;
    this.sale = sale;
    this.sku = sku;
    this.random = new Random(name.hashCode());
  }

  @Override
  public Buyer call() {
    for (int i = 0; buy(name + "-" + i); i++) {
      // the next one
    }
    return this;
  }

  private boolean buy(String key) {
    Answer answer = anywhere().buy(name, sale, sku, 1, key);
    if (random.nextInt(3) == 0) {
      repeated++;
      Answer again = anywhere().buy(name, sale, sku, 1, key);
      if (again.status() != answer.status()
          || answer.status() == 201 && !again.body().equals(answer.body())) {
        throw new AssertionError(
            answer.body() + " was answered at first, and then " + again.body());
      }
    }
    if (answer.status() == 409) {
      if (!answer.text("code").equals("sold-out")) {
        throw new AssertionError(answer.body());
      }
      return false;
    }
    purchases.add(answer.expect(201).text("purchaseId"));
    remaining.add(answer.json().getInt("remaining"));
    return true;
  }

  private Sales anywhere() {
    return entrances.get(random.nextInt(entrances.size()));
  }

  public String name() {
    return name;
  }

  /** The ids of what was acknowledged. */
  public Set<String> purchases() {
    return purchases;
  }

  /** What was left after each purchase, as the receipts say. */
  public List<Integer> remaining() {
    return remaining;
  }

  /** How often something was said twice. */
  public int repeated() {
    return repeated;
  }
}
