package com.petstoreapi.edge.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LogContextTest {
  @Test
  @SuppressWarnings("try")
  void whatIsInsideHidesWhatIsAroundItUntilItEnds() {
    assertThat(LogContext.current()).isEmpty();
    try (LogContext.Span request = LogContext.enter(About.request("r-1"))) {
      try (LogContext.Span connection = LogContext.enter(About.connection("c-1"))) {
        assertThat(LogContext.current()).contains(About.connection("c-1"));
      }
      assertThat(LogContext.current()).contains(About.request("r-1"));
    }
    assertThat(LogContext.current()).isEmpty();
  }

  @Test
  @SuppressWarnings("try")
  void otherThreadsKnowNothingOfIt() {
    try (LogContext.Span request = LogContext.enter(About.request("r-1"))) {
      Optional<About> elsewhere = CompletableFuture.supplyAsync(LogContext::current).join();
      assertThat(elsewhere).isEmpty();
    }
  }
}
