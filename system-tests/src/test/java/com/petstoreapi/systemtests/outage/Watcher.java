package com.petstoreapi.systemtests.outage;

import com.petstoreapi.systemtests.support.LoggedBid;
import java.util.List;

/** Somebody who watches an auction. */
interface Watcher extends Visitor {
  /** The bids he was told of so far, over all his connections. */
  List<LoggedBid> bids();

  /** How many messages of that type he got. */
  int count(String type);
}
