package com.petstoreapi.auction.watch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.support.Database;
import com.petstoreapi.auction.watch.Watch;
import com.petstoreapi.auction.watch.WatchLists;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JdbcWatchListsTest {
  private final WatchLists lists = new JdbcWatchLists(Database.empty().transactions());

  @Test
  void whatIsAddedIsThereUntilItIsRemoved() {
    lists.add("ann", "rex");
    Watch watch = lists.find("ann", "rex").orElseThrow();
    assertThat(watch.petId()).isEqualTo("rex");
    assertThat(Duration.between(watch.since(), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(1));

    lists.remove("ann", "rex");
    assertThat(lists.find("ann", "rex")).isEmpty();
  }

  @Test
  void whatIsThereAlreadyStaysAsItIs() {
    lists.add("ann", "rex");
    Watch first = lists.find("ann", "rex").orElseThrow();
    lists.add("ann", "rex");

    assertThat(lists.of("ann", "", 10)).containsExactly(first);
  }

  @Test
  void whatIsNotThereIsRemovedWithoutAWord() {
    lists.remove("ann", "rex");
    assertThat(lists.of("ann", "", 10)).isEmpty();
  }

  @Test
  void eachHasAListOfHisOwn() {
    lists.add("ann", "rex");
    lists.add("bob", "luna");
    lists.remove("bob", "rex");

    assertThat(pets("ann", "", 10)).containsExactly("rex");
    assertThat(pets("bob", "", 10)).containsExactly("luna");
  }

  @Test
  void aListIsReadPageByPage() {
    List.of("c", "a", "d", "b").forEach(pet -> lists.add("ann", pet));

    assertThat(pets("ann", "", 3)).containsExactly("a", "b", "c");
    assertThat(pets("ann", "c", 3)).containsExactly("d");
  }

  @Test
  void soAreThoseWhoWatchAPet() {
    List.of("cid", "ann", "bob").forEach(user -> lists.add(user, "rex"));
    lists.add("dan", "luna");

    assertThat(lists.watching("rex", "", 2)).containsExactly("ann", "bob");
    assertThat(lists.watching("rex", "bob", 2)).containsExactly("cid");
    assertThat(lists.watching("rex", "cid", 2)).isEmpty();
  }

  @Test
  void aFullListTakesNoMoreUntilThereIsRoom() {
    IntStream.range(0, WatchLists.MOST).forEach(i -> lists.add("ann", "pet-" + i));
    lists.add("ann", "pet-7");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> lists.add("ann", "rex"))
        .extracting(Refusal::code)
        .isEqualTo(ErrorCode.LIMIT_REACHED);
    assertThat(lists.find("ann", "rex")).isEmpty();
    lists.add("bob", "rex");

    lists.remove("ann", "pet-7");
    lists.add("ann", "rex");
    assertThat(lists.find("ann", "rex")).isPresent();
  }

  @Test
  void thoseWhoAddAtTheSameTimeDoNotOverfillIt() {
    IntStream.range(0, WatchLists.MOST - 5).forEach(i -> lists.add("ann", "pet-" + i));
    ExecutorService people = Executors.newFixedThreadPool(8);
    List<CompletableFuture<Boolean>> added =
        IntStream.range(0, 40)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> isAdded("more-" + i), people))
            .toList();

    assertThat(added.stream().filter(CompletableFuture::join)).hasSize(5);
    assertThat(lists.of("ann", "", 1_000)).hasSize(WatchLists.MOST);
    people.shutdown();
  }

  @Test
  void thoseWhoAddForTheFirstTimeAtTheSameTimeDoNotHinderEachOther() {
    ExecutorService people = Executors.newFixedThreadPool(8);
    List<CompletableFuture<Void>> added =
        IntStream.range(0, 40)
            .mapToObj(i -> CompletableFuture.runAsync(() -> lists.add("ann", "pet-" + i), people))
            .toList();

    added.forEach(CompletableFuture::join);
    assertThat(lists.of("ann", "", 100)).hasSize(40);
    people.shutdown();
  }

  private boolean isAdded(String petId) {
    try {
      lists.add("ann", petId);
      return true;
    } catch (Refusal full) {
      return false;
    }
  }

  private List<String> pets(String user, String after, int limit) {
    return lists.of(user, after, limit).stream().map(Watch::petId).toList();
  }
}
