package com.petstoreapi.systemtests.contract;

import com.petstoreapi.systemtests.support.Tokens;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.function.Executable;

/** How operations of a service are driven: what each needs, and calls that succeed and fail. */
abstract class Scenarios {
  private final Map<String, Executable> scenarios = new TreeMap<>();
  private final Contract contract;
  private final URI service;
  private final Tokens tokens;

  Scenarios(Contract contract, URI service, Tokens tokens) {
    this.contract = contract;
    this.service = service;
    this.tokens = tokens;
  }

  /** Says how an operation is driven. */
  final void drive(String operationId, Executable scenario) {
    if (scenarios.put(operationId, scenario) != null) {
      throw new IllegalStateException(operationId + " is driven twice");
    }
  }

  /** What was said, by operation. */
  final Map<String, Executable> all() {
    return scenarios;
  }

  /**
   * @param values of the parameters in the path, in turn
   */
  final Call call(String operationId, String... values) {
    Operation operation = contract.operation(operationId);
    return new Call(contract, operation, tokens, service.resolve(operation.at(values)));
  }

  /** A name that nobody has. */
  static String some(String name) {
    return name + '-' + UUID.randomUUID().toString().substring(0, 8);
  }
}
