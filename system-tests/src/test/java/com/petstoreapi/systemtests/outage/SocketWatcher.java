package com.petstoreapi.systemtests.outage;

import com.petstoreapi.systemtests.support.LoggedBid;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.SocketClient;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Watches over WebSockets, each opened after the last position that the one before has told. */
final class SocketWatcher implements Watcher {
  private final URI uri;
  private final String token;
  private final List<SocketClient> sockets = new CopyOnWriteArrayList<>();

  SocketWatcher(URI uri, String token) {
    this.uri = uri;
    this.token = token;
    sockets.add(SocketClient.open(uri, token));
    last().await("snapshot");
  }

  @Override
  public void comeBack() {
    leave(); // nothing more comes that way
    sockets.add(SocketClient.open(URI.create(uri + "?after=" + left()), token));
  }

  @Override
  public void leave() {
    last().close();
  }

  @Override
  public boolean isHere() {
    return last().isOpen();
  }

  private Position left() {
    return messages()
        .filter(message -> message.containsKey("position"))
        .map(Position::of)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private SocketClient last() {
    return sockets.get(sockets.size() - 1);
  }

  private Stream<JsonObject> messages(String... types) {
    return sockets.stream().flatMap(socket -> socket.messages(types).stream());
  }

  @Override
  public List<LoggedBid> bids() {
    return messages("bid").map(LoggedBid::of).toList();
  }

  @Override
  public int count(String type) {
    return (int) messages(type).count();
  }

  @Override
  public void close() {
    last().close();
  }
}
