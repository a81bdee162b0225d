package com.petstoreapi.chat.outbox;

import com.petstoreapi.auction.outbox.Letter;
import com.petstoreapi.auction.outbox.Outbox;
import com.petstoreapi.chat.Letters;
import com.petstoreapi.realtime.journal.Commit;
import java.util.List;

/** Letters go through the outbox, to where people listen wherever they are. */
public final class OutboxLetters implements Letters {
  private final Outbox outbox;

  public OutboxLetters(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void post(Commit commit, String user, String type, String data) {
    outbox.put(commit, List.of(new Letter(type, user, data)));
  }

  @Override
  public void committed() {
    outbox.committed();
  }
}
