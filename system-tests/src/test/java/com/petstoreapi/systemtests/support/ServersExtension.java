package com.petstoreapi.systemtests.support;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Hands out the shared pair of servers, and shows their logs when a test has failed. */
final class ServersExtension
    implements ParameterResolver, BeforeAllCallback, BeforeEachCallback, TestWatcher {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(ServersExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PetstoreServers.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return servers(context);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    servers(context).ensureRunning();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    servers(context).ensureRunning();
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    System.out.println(context.getDisplayName() + " failed: " + cause);
    System.out.println(servers(context).evidence());
  }

  private static PetstoreServers servers(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(
            PetstoreServers.class, type -> PetstoreServers.start(), PetstoreServers.class);
  }
}
