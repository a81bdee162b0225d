package com.petstoreapi.systemtests.browser;

import com.petstoreapi.systemtests.support.SharedExtension;

/** Hands out the shared shop. */
final class ShopExtension extends SharedExtension<Shop> {
  ShopExtension() {
    super(Shop.class, Shop::new);
  }
}
