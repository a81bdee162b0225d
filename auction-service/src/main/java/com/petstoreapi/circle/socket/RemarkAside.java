package com.petstoreapi.circle.socket;

import com.petstoreapi.circle.RemarkFeed;
import com.petstoreapi.circle.Remarks;
import com.petstoreapi.circle.json.RemarkJson;
import com.petstoreapi.socket.Aside;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Tells a socket what the others at its place let be seen. */
final class RemarkAside implements Aside {
  private final Remarks remarks;
  private final String place;
  private final String user;
  private final BooleanSupplier begun;
  private RemarkFeed feed;

  /**
   * @param begun whether the client was told where its stream begins, which comes first
   */
  RemarkAside(Remarks remarks, String place, String user, BooleanSupplier begun) {
    this.remarks = remarks;
    this.place = place;
    this.user = user;
    this.begun = begun;
  }

  @Override
  public void attach(Runnable bell) {
    feed = remarks.follow(place, user, bell);
  }

  @Override
  public List<String> take(Supplier<List<String>> answers) {
    List<String> messages = new ArrayList<>(answers.get());
    if (begun.getAsBoolean()) {
      feed.take().stream().map(RemarkJson::message).forEach(messages::add);
    }
    return messages;
  }

  @Override
  public boolean isBehind() {
    return begun.getAsBoolean() && feed.isDue();
  }

  @Override
  public void close() {
    feed.close();
  }
}
