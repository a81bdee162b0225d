package com.petstoreapi.edge.runtime;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Hashtable;

/**
 * Hears of the server's stop before anything has stopped, and may hold it up.
 *
 * <p>Jakarta EE tells an application of its end when its requests have ended. A stream is a
 * request, for which Open Liberty 26.0.0.3 waits 30 s; a socket is none, and is cut at once,
 * without a close frame. Both begin when the OSGi framework below the server tells its bundles that
 * it stops. Before it tells them it asks the event hooks (OSGi Core, chapter 56), one of which is
 * registered here. An application's class loader does not see the framework, hence the reflection;
 * where it fails, the application is told late.
 */
final class ServerStop implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ServerStop.class.getName());
  private static final String HOOK = "org.osgi.framework.hooks.bundle.EventHook";
  private static final int STOPPING = 0x100;

  private final AutoCloseable registration;

  private ServerStop(AutoCloseable registration) {
    this.registration = registration;
  }

  /**
   * @param server a class loader of the server's own
   * @param action is called by the thread that stops the server, which waits for it
   */
  static ServerStop watch(ClassLoader server, Runnable action) {
    try {
      Framework framework = new Framework(server);
      Class<?> hook = framework.loadClass(HOOK);
      Object proxy =
          Proxy.newProxyInstance(
              hook.getClassLoader(),
              new Class<?>[] {hook},
              (self, method, arguments) -> {
                if (method.getName().equals("event") && framework.isStopping(arguments[0])) {
                  action.run();
                }
                return answer(self, method, arguments);
              });
      return new ServerStop(framework.register(HOOK, proxy));
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "the server will not tell when it stops", e);
      return new ServerStop(() -> {});
    }
  }

  @Override
  public void close() {
    try {
      registration.close();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.DEBUG, "the server has gone already", e);
    }
  }

  private static Object answer(Object self, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> self == arguments[0];
      case "hashCode" -> System.identityHashCode(self);
      case "toString" -> "Petstore Live's drain";
      default -> null;
    };
  }

  /** The OSGi framework, by reflection. */
  private static final class Framework {
    private final ClassLoader server;
    private final Class<?> bundles;
    private final Class<?> contexts;
    private final Object context;

    Framework(ClassLoader server) throws ReflectiveOperationException {
      this.server = server;
      this.bundles = server.loadClass("org.osgi.framework.Bundle");
      this.contexts = server.loadClass("org.osgi.framework.BundleContext");
      Class<?> references = server.loadClass("org.osgi.framework.BundleReference");
      Object bundle = references.getMethod("getBundle").invoke(server);
      this.context = bundles.getMethod("getBundleContext").invoke(bundle);
    }

    Class<?> loadClass(String name) throws ReflectiveOperationException {
      Object framework = contexts.getMethod("getBundle", long.class).invoke(context, 0L);
      return (Class<?>) bundles.getMethod("loadClass", String.class).invoke(framework, name);
    }

    boolean isStopping(Object event) throws ReflectiveOperationException {
      Class<?> events = server.loadClass("org.osgi.framework.BundleEvent");
      Object bundle = events.getMethod("getBundle").invoke(event);
      return events.getMethod("getType").invoke(event).equals(STOPPING)
          && bundles.getMethod("getBundleId").invoke(bundle).equals(0L);
    }

    /** What is returned ends the registration. */
    AutoCloseable register(String name, Object service) throws ReflectiveOperationException {
      Object registration =
          contexts
              .getMethod("registerService", String.class, Object.class, Dictionary.class)
              .invoke(context, name, service, new Hashtable<String, Object>());
      Method unregister =
          server.loadClass("org.osgi.framework.ServiceRegistration").getMethod("unregister");
      return () -> unregister.invoke(registration);
    }
  }
}
