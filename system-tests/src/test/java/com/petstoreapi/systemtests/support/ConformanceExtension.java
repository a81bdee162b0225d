package com.petstoreapi.systemtests.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails each test that was told what is in no AsyncAPI document. Of all classes, by itself. */
public final class ConformanceExtension
    implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    Conformance.nextClass();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertNoProblems();
  }

  /** What came between the tests of a class, or before the first of them. */
  @Override
  public void afterAll(ExtensionContext context) {
    assertNoProblems();
  }

  private static void assertNoProblems() {
    assertThat(Conformance.takeProblems()).as("what is not in the AsyncAPI documents").isEmpty();
  }
}
