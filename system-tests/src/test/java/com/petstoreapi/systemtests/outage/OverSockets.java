package com.petstoreapi.systemtests.outage;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Entrance;
import com.petstoreapi.systemtests.support.SocketClient;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** One person's bids as messages on a socket for each auction, opened again when it is closed. */
final class OverSockets implements Channel {
  private final Entrance entrance;
  private final Auctions auctions;
  private final Map<String, SocketClient> sockets = new HashMap<>();

  OverSockets(Entrance entrance) {
    this.entrance = entrance;
    this.auctions = new Auctions(entrance);
  }

  @Override
  public Optional<Reply> bid(WantedBid bid) {
    try {
      JsonObject answer = socket(bid).ask(Auctions.bidMessage(bid.amount(), bid.key()));
      return Optional.of(new Reply(answer.getString("type").equals("accepted"), answer));
    } catch (CompletionException connectionLost) {
      if (connectionLost.getCause() instanceof TimeoutException) {
        throw connectionLost; // a socket that is open but silent is a fault
      }
      return Optional.empty();
    }
  }

  private SocketClient socket(WantedBid bid) {
    SocketClient socket = sockets.get(bid.auction());
    if (socket == null || !socket.isOpen()) {
      String token = entrance.tokens().of(bid.user());
      socket = SocketClient.open(auctions.socket(bid.auction()), token);
      sockets.put(bid.auction(), socket);
    }
    return socket;
  }

  @Override
  public void close() {
    sockets.values().forEach(SocketClient::close);
  }
}
