package com.petstoreapi.auction;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.petstoreapi.auction.support.Facts;
import com.petstoreapi.auction.support.Play;
import com.petstoreapi.auction.support.RuleBook;
import com.petstoreapi.auction.support.RuleBook.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each row of {@code docs/auction-rules.md} is played, and comes out as it is written. */
class RuleBookTest {
  private final List<Scenario> scenarios = RuleBook.scenarios();

  @TestFactory
  Stream<DynamicContainer> chapters() {
    return scenarios.stream()
        .collect(groupingBy(Scenario::chapter, LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .map(chapter -> dynamicContainer(chapter.getKey(), tests(chapter.getValue())));
  }

  @Test
  void aScenarioHasANameOfItsOwnAndAResult() {
    assertThat(scenarios).extracting(Scenario::name).doesNotHaveDuplicates();
    assertThat(scenarios)
        .isNotEmpty()
        .allSatisfy(scenario -> assertThat(scenario.result()).isNotEmpty());
  }

  private static Stream<DynamicTest> tests(List<Scenario> scenarios) {
    return scenarios.stream().map(it -> dynamicTest(it.name(), () -> assertComesOut(it)));
  }

  private static void assertComesOut(Scenario scenario) {
    List<String> facts = Facts.of(Play.of(scenario));
    assertThat(facts).as(scenario.toString()).containsAll(scenario.result());
    assertThat(facts).filteredOn(fact -> fact.startsWith("refused")).isSubsetOf(scenario.result());
  }
}
