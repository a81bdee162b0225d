package com.petstoreapi.systemtests.support;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** TLS for clients that take whatever certificate a server shows: each makes one for itself. */
public final class AnyCertificate extends X509ExtendedTrustManager {
  public static final SSLContext CONTEXT = context();

  private AnyCertificate() {}

  private static SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new AnyCertificate()}, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The same connection with TLS on it, once the handshake is done. */
  static SSLSocket secure(Socket plain) throws IOException {
    SSLSocket secured =
        (SSLSocket)
            CONTEXT.getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
    secured.startHandshake();
    return secured;
  }

  /** The certificate that a server shows at that port of this machine. */
  public static X509Certificate shownAt(int port) throws IOException {
    try (SSLSocket socket = secure(new Socket("localhost", port))) {
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
