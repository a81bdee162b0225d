package com.petstoreapi.edge.cluster;

import com.petstoreapi.edge.cluster.Notice.Word;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Hands what other nodes say beside the journal to whoever understands it. Any thread. */
public final class Words {
  private final Map<String, Consumer<String>> listeners = new ConcurrentHashMap<>();

  /**
   * Hears a channel from now on; the last who does counts.
   *
   * @param listener runs on the thread that hears the other nodes: it must not block
   */
  public void listen(String channel, Consumer<String> listener) {
    listeners.put(channel, listener);
  }

  /** A channel that nobody here understands is of a version to come. */
  void heard(Word word) {
    Consumer<String> listener = listeners.get(word.channel());
    if (listener != null) {
      listener.accept(word.text());
    }
  }
}
