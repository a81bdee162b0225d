package com.petstoreapi.realtime.delivery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that write to clients: virtual ones where a blocked virtual thread no longer pins its
 * carrier (JDK 24 and newer, JEP 491), else platform threads that are kept for a while.
 */
public final class WriterThreads {
  private static final int FIRST_WITHOUT_PINNING = 24;
  private static final long STACK_BYTES = 256 * 1024;
  private static final long KEEP_ALIVE_SECONDS = 20;

  private WriterThreads() {}

  /** An executor that always has a thread; whoever uses it bounds the number. */
  public static ExecutorService create() {
    boolean virtual = Runtime.version().feature() >= FIRST_WITHOUT_PINNING;
    ThreadFactory factory = virtual ? virtualThreads() : WriterThreads::platformThread;
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        KEEP_ALIVE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        factory);
  }

  private static Thread platformThread(Runnable task) {
    Thread thread = new Thread(null, task, "lane-spare", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  /** {@code Thread.ofVirtual().factory()}, which the Java 17 API does not have. */
  private static ThreadFactory virtualThreads() {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
      return (ThreadFactory) factory.invoke(builder);
    } catch (NoSuchMethodException
        | ClassNotFoundException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException("this JVM should have virtual threads", e);
    }
  }
}
