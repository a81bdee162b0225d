package com.petstoreapi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlacesTest {
  @Test
  void nothingNeedBeAllowedBesideThePagesOwnOrigin() {
    assertThat(new Places("/", "/").connectSources()).isEmpty();
  }

  @Test
  void socketsAreAllowedWhereverCallsAre() {
    assertThat(new Places("/", "http://localhost:9081/").connectSources())
        .isEqualTo("http://localhost:9081 ws://localhost:9081");
    assertThat(new Places("https://a.example/x/", "https://b.example/").connectSources())
        .isEqualTo("https://a.example wss://a.example https://b.example wss://b.example");
  }

  @Test
  void whatIsNoAddressIsRefused() {
    assertThatThrownBy(() -> new Places("/", "http://a b/"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
