package com.petstoreapi.edge.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects refusals. */
public final class Refusals {
  private Refusals() {}

  /** The refusal with which the call ended. */
  public static Refusal refusalOf(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(Refusal.class);
    return (Refusal) thrown;
  }

  /** The call is refused as {@code invalid-message}. */
  public static void assertInvalid(ThrowingCallable call) {
    assertThat(refusalOf(call).code()).isEqualTo(ErrorCode.INVALID_MESSAGE);
  }
}
