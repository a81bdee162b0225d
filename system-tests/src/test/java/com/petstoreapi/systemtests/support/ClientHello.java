package com.petstoreapi.systemtests.support;

import java.nio.ByteBuffer;

/**
 * The first message of a TLS handshake, by hand: the JDK's own client no longer speaks the versions
 * that a server is to refuse.
 */
public final class ClientHello {
  public static final int TLS_1_0 = 0x0301;
  public static final int TLS_1_1 = 0x0302;
  public static final int TLS_1_2 = 0x0303;

  /** The type of the record by which a server accepts (RFC 8446, 5.1). */
  public static final int HANDSHAKE = 22;

  private static final int RANDOM_BYTES = 32;
  private static final byte CLIENT_HELLO = 1;

  /** With AES-CBC and RSA for the old versions, AES-GCM and RSA for TLS 1.2. */
  private static final short[] CIPHER_SUITES = {
    (short) 0xc014, (short) 0xc013, 0x0035, 0x002f, (short) 0xc030, (short) 0xc02f
  };

  /** supported_groups: secp256r1; ec_point_formats; signature_algorithms: RSA with SHA-256. */
  private static final byte[] EXTENSIONS = {
    0, 10, 0, 4, 0, 2, 0, 23, 0, 11, 0, 2, 1, 0, 0, 13, 0, 6, 0, 4, 4, 1, 8, 4
  };

  private ClientHello() {}

  /** A record with a hello that knows that version and none after it. */
  public static byte[] upTo(int version) {
    ByteBuffer body = ByteBuffer.allocate(256);
    body.putShort((short) version).put(new byte[RANDOM_BYTES]).put((byte) 0);
    body.putShort((short) (CIPHER_SUITES.length * 2));
    for (short suite : CIPHER_SUITES) {
      body.putShort(suite);
    }
    body.put((byte) 1).put((byte) 0); // no compression
    body.putShort((short) EXTENSIONS.length).put(EXTENSIONS).flip();
    ByteBuffer record = ByteBuffer.allocate(9 + body.remaining());
    record.put((byte) HANDSHAKE).putShort((short) TLS_1_0).putShort((short) (4 + body.remaining()));
    record.put(CLIENT_HELLO).put((byte) 0).putShort((short) body.remaining()).put(body);
    return record.array();
  }
}
