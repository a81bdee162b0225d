package com.petstoreapi.systemtests.hardening;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Paths and queries: ids that climb, encodings that lie, parameters out of their range. */
final class OddTargets {
  private static final List<String> GOOD_IDS = List.of("019b4132", "nobody-knows-it", "p-1");

  private static final List<String> ODD_IDS =
      List.of(
          "",
          ".",
          "..",
          "../..",
          "..%2f..%2fetc",
          "%2e%2e/%2e%2e",
          "..;/..",
          "%00",
          "%0d%0aid:5",
          "%",
          "%zz",
          "%c0%af",
          "%ff%fe",
          "%ed%a0%80",
          "%25%32%65",
          ";a=b",
          "x;jsessionid=1",
          "x'%20or%20'1'='1",
          "%3cscript%3e",
          "*",
          "\\..\\",
          "WEB-INF/web.xml",
          "META-INF",
          "%57EB-INF/web.xml",
          "//",
          "a//b",
          "\u0080",
          "\t",
          "{id}",
          "x".repeat(65),
          "x".repeat(3_000),
          "%41".repeat(2_000));

  private static final List<String> NAMES =
      List.of(
          "after",
          "lastEventId",
          "types",
          "padding",
          "limit",
          "wait",
          "cursor",
          "ticket",
          "mode",
          "batch",
          "userId",
          "petId",
          "status",
          "odd");

  private static final List<String> VALUES =
      List.of(
          "",
          "0",
          "1",
          "-1",
          "2147483648",
          "99999999999999999999",
          "1e3",
          "0x1",
          "NaN",
          "+1",
          "%2b1",
          "1-",
          "-x",
          "1-x-y",
          "earliest",
          "latest",
          "all",
          "OPEN",
          "%00",
          "%0d%0a",
          "%",
          "%zz",
          "%ff",
          "%c0%80",
          "a,b,,c",
          ",",
          "'",
          "%27%3b--",
          "\u00e9",
          "[]",
          "{}",
          "true",
          "9223372036854775807-zzzz",
          "x".repeat(300),
          "a,".repeat(500));

  private OddTargets() {}

  static Arbitrary<String> of(String path) {
    return Combinators.combine(id(), query()).as((id, query) -> path.replace("{id}", id) + query);
  }

  private static Arbitrary<String> id() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.of(GOOD_IDS)),
        Tuple.of(3, Arbitraries.of(ODD_IDS)),
        Tuple.of(
            1,
            Arbitraries.strings().withCharRange('!', '~').excludeChars('?', '#').ofMaxLength(20)));
  }

  /** None, or up to three parameters; the same one may come twice. */
  private static Arbitrary<String> query() {
    Arbitrary<String> parameter =
        Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of(VALUES))
            .as((name, value) -> name + "=" + value);
    return parameter
        .list()
        .ofMaxSize(3)
        .map(list -> list.isEmpty() ? "" : "?" + String.join("&", list));
  }
}
