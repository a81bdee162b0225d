package com.petstoreapi.edge.logging;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Fields of the server's structured logs: {@code ext_requestId}, {@code ext_connectionId}, {@code
 * ext_traceId}. Open Liberty asks for them whenever something is logged (its {@code
 * LogRecordContext}). By reflection, as its interface is not published as a library; where it is
 * missing, lines have no such fields.
 */
public final class LogFields implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LogFields.class.getName());
  private static final String CONTEXT = "com.ibm.websphere.logging.hpel.LogRecordContext";

  /** Kept here: the server holds on to them weakly. */
  private final List<Object> extensions = new ArrayList<>();

  private final List<String> names = new ArrayList<>();
  private final Class<?> context;

  private LogFields(Class<?> context) {
    this.context = context;
  }

  /**
   * Adds the fields.
   *
   * @param trace the id of the trace that the calling thread's work belongs to; null when none does
   */
  public static LogFields add(Supplier<String> trace) {
    LogFields fields = new LogFields(find());
    fields.add("requestId", () -> idFor("requestId"));
    fields.add("connectionId", () -> idFor("connectionId"));
    fields.add("traceId", trace);
    return fields;
  }

  private static Class<?> find() {
    try {
      return Class.forName(CONTEXT);
    } catch (ClassNotFoundException | LinkageError e) {
      LOG.log(System.Logger.Level.DEBUG, "this server's log has no further fields", e);
      return null;
    }
  }

  private static String idFor(String field) {
    return LogContext.current()
        .filter(about -> about.field().equals(field))
        .map(About::id)
        .orElse(null);
  }

  private void add(String name, Supplier<String> value) {
    if (context == null) {
      return;
    }
    try {
      Class<?> type = Class.forName(CONTEXT + "$Extension", false, context.getClassLoader());
      Object extension =
          Proxy.newProxyInstance(
              LogFields.class.getClassLoader(),
              new Class<?>[] {type},
              (self, method, arguments) -> answer(self, method, arguments, value));
      context.getMethod("registerExtension", String.class, type).invoke(null, name, extension);
      extensions.add(extension);
      names.add(name);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "lines of the log will not bear " + name, e);
    }
  }

  private static Object answer(
      Object self, Method method, Object[] arguments, Supplier<String> value) {
    return switch (method.getName()) {
      case "getValue" -> value.get();
      case "equals" -> self == arguments[0];
      case "hashCode" -> System.identityHashCode(self);
      default -> "a field of the log";
    };
  }

  @Override
  public void close() {
    for (String name : names) {
      try {
        context.getMethod("unregisterExtension", String.class).invoke(null, name);
      } catch (ReflectiveOperationException e) {
        LOG.log(System.Logger.Level.DEBUG, "the field " + name + " stays", e);
      }
    }
    extensions.clear();
  }
}
