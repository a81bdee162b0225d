package com.petstoreapi.systemtests.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.ServerProcess;
import com.petstoreapi.systemtests.support.Tokens;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Much nonsense, made by dice: frames and messages on the auction socket, requests to both
 * services. Whatever comes, there is no status of 500 and above but a 503 that tells when to come
 * back, no trace of the inside, no close code that the protocol does not know; good clients are
 * served all the time; and in the end no connection is left and the memory is what it was.
 *
 * <p>The seed is printed. More, or other dice:
 *
 * <pre>mvn verify -Dit.test=FuzzIT -Dfailsafe.failIfNoSpecifiedTests=false \
 *     -Dpetstore.fuzz.inputs=1000000 -Dpetstore.fuzz.seed=7</pre>
 *
 * <p>A failure names its batch: {@code -Dpetstore.fuzz.first=3650} begins with that one.
 */
class FuzzIT {
  private static final long INPUTS = Long.getLong("petstore.fuzz.inputs", 30_000);
  private static final long SEED = Long.getLong("petstore.fuzz.seed", 20261121);
  private static final long FIRST = Long.getLong("petstore.fuzz.first", 0);
  private static final int ROUNDS = 4;
  private static final int BATCH = 100;
  private static final long GROWTH_LIMIT_BYTES = 64L << 20;

  @AutoClose private static final PetstoreServers SERVERS = PetstoreServers.start(Limits.RAISED);

  private final Survival survival = new Survival(SERVERS);

  @Test
  void nothingThatIsSentBreaksAnything() {
    System.out.printf("fuzz: %d inputs, seed %d, from batch %d%n", INPUTS, SEED, FIRST);
    List<Fuzzer> fuzzers = fronts().map(front -> new Fuzzer(front, SEED, FIRST)).toList();
    long begin = System.nanoTime();
    long sent = round(fuzzers);
    long notificationBefore = SERVERS.notification().liveHeapBytes();
    long auctionBefore = SERVERS.auction().liveHeapBytes();
    sent += IntStream.range(1, ROUNDS).mapToLong(round -> round(fuzzers)).sum();
    long seconds = Math.max(1, Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    System.out.printf("fuzz: %d sent in %d s, %d a second%n", sent, seconds, sent / seconds);

    survival.everybodyIsGone();
    assertHeapIsFlat(SERVERS.notification(), notificationBefore);
    assertHeapIsFlat(SERVERS.auction(), auctionBefore);
  }

  private long round(List<Fuzzer> fuzzers) {
    List<CompletableFuture<Long>> running =
        fuzzers.stream()
            .map(fuzzer -> CompletableFuture.supplyAsync(() -> fuzzer.send(INPUTS / ROUNDS)))
            .toList();
    long sent = running.stream().mapToLong(CompletableFuture::join).sum();
    survival.goodClientsAreServed();
    survival.nobodyNotedAFault();
    return sent;
  }

  private static Stream<Front> fronts() {
    Auctions auctions = new Auctions(SERVERS);
    String token = SERVERS.tokens().of("mallory");
    SocketTarget plain = new SocketTarget(auctions.socket(auctions.open()), token);
    SocketTarget batched = new SocketTarget(auctions.socket(auctions.open(), "?batch=1"), token);
    SocketTarget care = new SocketTarget(SERVERS.auctionSocket(carePlan(auctions)), token);
    HttpTarget notification = new HttpTarget(SERVERS.notification().port(), "127.0.1");
    HttpTarget auction = new HttpTarget(SERVERS.auction().port(), "127.0.2");
    return Stream.of(
        new Front("messages", FrameInputs.messages(FrameInputs.AUCTION, BATCH), plain, 45),
        new Front("care", FrameInputs.messages(FrameInputs.CARE, BATCH), care, 10),
        new Front("frames", FrameInputs.frames(BATCH / 4), batched, 15),
        new Front("notification", requests(Operation.NOTIFICATION), notification, 15),
        new Front("auction", requests(Operation.AUCTION), auction, 15));
  }

  /** The address of its socket. */
  private static String carePlan(Auctions auctions) {
    JsonObject heading = JsonText.of("title", "Rex", "members", List.of());
    auctions.as("mallory").put("/v1/care/rex", heading).expect(201);
    return "/care/rex";
  }

  private static Arbitrary<List<Input>> requests(List<Operation> operations) {
    Tokens tokens = SERVERS.tokens();
    List<String> several =
        Stream.of("user", "seller", "support", "publisher", "admin")
            .map(role -> tokens.of("fuzz-" + role, role))
            .toList();
    return new RequestInputs(operations, several).batches(BATCH);
  }

  private static void assertHeapIsFlat(ServerProcess server, long before) {
    long after = server.liveHeapBytes();
    System.out.printf("fuzz: live heap %d KiB, then %d KiB%n", before >> 10, after >> 10);
    assertThat(after - before).isLessThan(GROWTH_LIMIT_BYTES);
  }
}
