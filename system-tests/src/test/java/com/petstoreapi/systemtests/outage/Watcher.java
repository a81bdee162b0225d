package com.petstoreapi.systemtests.outage;

import com.petstoreapi.systemtests.support.LoggedBid;
import java.util.List;

/** Somebody who watches an auction, loses his connection, and comes back to where he was. */
interface Watcher extends AutoCloseable {
  /** Comes back; to be called when the server is there again. */
  void comeBack();

  /** The bids he was told of so far, over all his connections. */
  List<LoggedBid> bids();

  /** How many messages of that type he got. */
  int count(String type);

  @Override
  void close();
}
