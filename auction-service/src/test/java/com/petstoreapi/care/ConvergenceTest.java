package com.petstoreapi.care;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.care.support.CareServer;
import com.petstoreapi.care.support.EditingClient;
import com.petstoreapi.care.support.RandomOperations;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Several people edit a plan at once, over connections that break: each sees at once what he does,
 * and in the end all see the same, which is what the journal says. {@code
 * -Dpetstore.care.seeds=1000} has it done more often.
 */
class ConvergenceTest {
  private static final List<String> PEOPLE = List.of("ann", "bob", "cid", "dan");
  private static final int STEPS = 600;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("petstore.care.seeds", 50));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void allSeeInTheEndWhatTheJournalSays(long seed) {
    Random random = new Random(seed);
    CareServer server = new CareServer(PEOPLE);
    List<EditingClient> clients =
        PEOPLE.stream().map(user -> new EditingClient(user, server)).toList();
    RandomOperations operations = new RandomOperations(random);

    for (int step = 0; step < STEPS; step++) {
      act(clients.get(random.nextInt(clients.size())), operations, random);
    }
    clients.forEach(ConvergenceTest::settle);

    assertThat(server.head()).as("they did change something").isGreaterThan(50);
    assertThat(server.fold()).isEqualTo(server.plan());
    for (EditingClient client : clients) {
      client.hearEvents(Integer.MAX_VALUE); // what those said who settled after it
      assertThat(client.isQuiet()).isTrue();
      assertThat(client.shown()).isEqualTo(server.plan().tasks());
    }
  }

  private static void act(EditingClient client, RandomOperations operations, Random random) {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> client.edit(operations.next());
      case 3, 4 -> client.pump();
      case 5, 6 -> client.hearAnswer();
      case 7, 8 -> client.hearEvents(random.nextInt(4));
      default -> {
        if (client.isConnected()) {
          client.cut();
        } else {
          client.comeBack();
        }
      }
    }
  }

  /** It comes back once more, and everything arrives. */
  private static void settle(EditingClient client) {
    client.cut();
    client.comeBack();
    while (!client.isQuiet()) {
      client.pump();
      client.hearAnswer();
      client.hearEvents(Integer.MAX_VALUE);
    }
  }
}
