package com.petstoreapi.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.contract.Contract;
import com.petstoreapi.edge.asyncapi.AsyncApiDocument;
import com.petstoreapi.edge.support.EventStreamReader;
import com.petstoreapi.edge.support.EventStreamReader.Received;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusedContractTest {
  private final Contract contract = Contract.of(AsyncApiDocument.read().toString());

  @ParameterizedTest
  @EnumSource
  void whatIsRefusedByAStreamIsWhatTheAsyncApiDocumentSays(ErrorCode code) {
    Refusal refusal = new Refusal(code, "Not now.", Map.of("retryAfterSeconds", 5));
    boolean isTold = ComeBack.fits(refusal, "text/event-stream");
    Received told = EventStreamReader.events(ComeBack.of(refusal, "/v1/x", "request-1")).get(0);

    assertThat(told.type()).isEqualTo("refused");
    assertThat(contract.problemOf("stream.refused", told.data()).isEmpty()).isEqualTo(isTold);
  }
}
