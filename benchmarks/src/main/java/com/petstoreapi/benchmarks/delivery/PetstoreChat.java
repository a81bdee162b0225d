package com.petstoreapi.benchmarks.delivery;

import java.net.URI;

/** What a customer says in a chat. */
final class PetstoreChat extends PetstoreSockets {
  private final String customer = server().token("customer", "user");
  private final String room = server().openChat(customer);

  PetstoreChat(boolean batched) {
    super("chat", batched, "support");
  }

  @Override
  URI socket(String query) {
    return server().chatSocket(room, query);
  }

  @Override
  public String marker() {
    return Message.MARKER;
  }

  @Override
  public void publish(int number, int bytes) {
    String text = Message.MARKER + number + " " + Message.filling(bytes);
    post(server().messages(room), customer, "{\"text\":\"" + text + "\"}");
  }
}
