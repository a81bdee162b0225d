package com.petstoreapi.edge.identity;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body in memory that is given up as soon as it turns out to be too long. */
final class BoundedBody implements BodySubscriber<byte[]> {
  private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
  private final int mostBytes;
  private Flow.Subscription subscription;
  private long bytes;

  BoundedBody(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription upstream) {
    subscription = upstream;
    whole.onSubscribe(upstream);
  }

  @Override
  public void onNext(List<ByteBuffer> piece) {
    bytes += piece.stream().mapToLong(ByteBuffer::remaining).sum();
    if (bytes <= mostBytes) {
      whole.onNext(piece);
    } else {
      subscription.cancel();
      whole.onError(new IOException("an answer of more than " + mostBytes + " bytes"));
    }
  }

  @Override
  public void onError(Throwable failure) {
    whole.onError(failure);
  }

  @Override
  public void onComplete() {
    whole.onComplete();
  }
}
