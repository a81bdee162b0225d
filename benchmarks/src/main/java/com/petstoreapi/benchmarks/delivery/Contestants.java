package com.petstoreapi.benchmarks.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Who takes part, one after the other; a peer that cannot be had is left out with a word. */
final class Contestants {
  private static final List<Supplier<Optional<Contestant>>> OURS =
      List.of(
          () -> Optional.of(new PetstoreStreams()),
          () -> Optional.of(new PetstoreBids(false)),
          () -> Optional.of(new PetstoreBids(true)),
          () -> Optional.of(new PetstoreChat(false)),
          () -> Optional.of(new PetstoreChat(true)));
  private static final List<Supplier<Optional<Contestant>>> PEERS =
      List.of(
          () -> Nchan.start(false),
          () -> NodeServer.start(NodeServer.Kind.EXPRESS),
          () -> Optional.of(Textbook.start(false)),
          () -> Nchan.start(true),
          () -> NodeServer.start(NodeServer.Kind.WS),
          () -> NodeServer.start(NodeServer.Kind.SOCKET_IO),
          () -> Optional.of(Textbook.start(true)));

  private final List<Supplier<Optional<Contestant>>> starts = new ArrayList<>(OURS);

  /**
   * @param withPeers whether others than we take part
   */
  Contestants(boolean withPeers) {
    if (withPeers) {
      starts.addAll(PEERS);
    }
  }

  /** Starts each, lets it be measured, and stops it; one that fails does not end the run. */
  void each(Consumer<Contestant> measure) {
    for (Supplier<Optional<Contestant>> start : starts) {
      start.get().ifPresent(contestant -> measured(contestant, measure));
    }
  }

  private static void measured(Contestant contestant, Consumer<Contestant> measure) {
    try (contestant) {
      measure.accept(contestant);
    } catch (RuntimeException e) {
      System.out.println(contestant.name() + " failed: " + e);
    }
  }
}
