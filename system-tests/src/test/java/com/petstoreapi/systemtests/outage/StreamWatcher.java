package com.petstoreapi.systemtests.outage;

import com.petstoreapi.systemtests.support.LoggedBid;
import com.petstoreapi.systemtests.support.SseClient;
import java.net.URI;
import java.util.List;

/** Watches over SSE, with the id of the last event. */
final class StreamWatcher implements Watcher {
  private final SseClient stream;

  StreamWatcher(URI events, String token) {
    stream = SseClient.open(events, token);
    stream.await("hello");
  }

  @Override
  public void comeBack() {
    stream.reconnect();
  }

  @Override
  public void leave() {
    stream.close();
  }

  @Override
  public boolean isHere() {
    return stream.isOpen();
  }

  @Override
  public List<LoggedBid> bids() {
    return stream.events("bid").stream().map(LoggedBid::of).toList();
  }

  @Override
  public int count(String type) {
    return stream.events(type).size();
  }

  @Override
  public void close() {
    stream.close();
  }
}
