package com.petstoreapi.systemtests.support;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Hands out servers that all classes of a run share, sees to it that they run, and shows their logs
 * when a test has failed.
 */
public abstract class SharedExtension<T extends SharedExtension.Shared>
    implements ParameterResolver, BeforeAllCallback, BeforeEachCallback, TestWatcher {
  private final Class<T> type;
  private final Supplier<T> start;

  /** What is started at the first use and closed after the last. */
  public interface Shared extends AutoCloseable {
    /** Starts what is not running: a failed test may have left something dead. */
    void ensureRunning();

    /** What they printed last. */
    String evidence();
  }

  protected SharedExtension(Class<T> type, Supplier<T> start) {
    this.type = type;
    this.start = start;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == type;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return shared(context);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    shared(context).ensureRunning();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    shared(context).ensureRunning();
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    System.out.println(context.getDisplayName() + " failed: " + cause);
    System.out.println(shared(context).evidence());
  }

  private T shared(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedExtension.class))
        .getOrComputeIfAbsent(type, key -> start.get(), type);
  }
}
