package com.petstoreapi.realtime.support;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source whose connections fail at one method; that of {@code getConnection} too. */
public final class FaultyDataSource implements DataSource {
  private final DataSource real;
  private final AtomicInteger open = new AtomicInteger();
  private volatile String faulty = "";

  public FaultyDataSource(DataSource real) {
    this.real = real;
  }

  /** The method that fails from now on, after it did its work if it is {@code close}. */
  public void failAt(String method) {
    this.faulty = method;
  }

  /** Connections that were not given back. */
  public int open() {
    return open.get();
  }

  @Override
  public Connection getConnection() throws SQLException {
    failIf("getConnection");
    Connection connection = real.getConnection();
    open.incrementAndGet();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                open.decrementAndGet();
                connection.close();
              }
              failIf(method.getName());
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void failIf(String method) throws SQLException {
    if (method.equals(faulty)) {
      throw new SQLTransientConnectionException(method + " failed", "08006");
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return real.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    real.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    real.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return real.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return real.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return real.isWrapperFor(type);
  }
}
