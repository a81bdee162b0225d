package com.petstoreapi.edge.sse;

import static com.petstoreapi.edge.support.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.realtime.journal.Position;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamQueryTest {
  @Test
  void asksForAllThatIsLiveWhenNothingIsSaid() {
    StreamQuery nothing = new StreamQuery(new Start.Live(), Set.of(), Set.of(), 0);
    assertThat(StreamQuery.of(null, null, null, null, null)).isEqualTo(nothing);
    assertThat(StreamQuery.of("", "", "", "", "")).isEqualTo(nothing);
  }

  @Test
  void takesThePositionFromTheHeaderBeforeTheParameter() {
    assertThat(start("7-k3f9", "5-k3f9")).isEqualTo(new Start.After(new Position(7, "k3f9")));
    assertThat(start("", "5-k3f9")).isEqualTo(new Start.After(new Position(5, "k3f9")));
    assertThat(start(null, "earliest")).isEqualTo(new Start.Earliest());
  }

  @Test
  void doesNotRefuseABadPositionWhichIsToldInTheStream() {
    assertThat(start("nonsense", null)).isEqualTo(new Start.Malformed());
    assertThat(start("9".repeat(30), null)).isEqualTo(new Start.Malformed());
  }

  @Test
  void readsTypesWithCommas() {
    assertThat(StreamQuery.types("adoption,status-change,adoption"))
        .containsExactlyInAnyOrder("adoption", "status-change");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {",", "adoption,", ",adoption", "a,,b", "a, b", "Adoption", "1a", "a\nb", "*"})
  void refusesWhatIsNoListOfTypes(String list) {
    assertInvalid(() -> StreamQuery.types(list));
  }

  @Test
  void readsUpTo32TypesOfUpTo64Characters() {
    assertThat(StreamQuery.types(types(32))).hasSize(32);
    assertInvalid(() -> StreamQuery.types(types(33)));
    assertThat(StreamQuery.types("t".repeat(64))).hasSize(1);
    assertInvalid(() -> StreamQuery.types("t".repeat(65)));
  }

  @Test
  void readsAPetId() {
    assertThat(StreamQuery.of(null, null, null, "019b4132", null).subjects())
        .containsExactly("019b4132");
    assertInvalid(() -> StreamQuery.of(null, null, null, "a/b", null));
    assertInvalid(() -> StreamQuery.of(null, null, null, "p".repeat(65), null));
  }

  @Test
  void readsThePaddingUpToItsBound() {
    assertThat(StreamQuery.of(null, null, null, null, "16384").padding()).isEqualTo(16_384);
    for (String padding : new String[] {"16385", "-1", "2k", "999999999999"}) {
      assertInvalid(() -> StreamQuery.of(null, null, null, null, padding));
    }
  }

  private static Start start(String header, String parameter) {
    return StreamQuery.of(header, parameter, null, null, null).start();
  }

  private static String types(int count) {
    return IntStream.range(0, count).mapToObj(i -> "t" + i).collect(Collectors.joining(","));
  }
}
