package com.petstoreapi.chat;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of pictures that are taken, known by how their bytes begin: what browsers show, and
 * nothing that could hold a script.
 */
public enum PictureType {
  PNG("image/png", 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'),
  JPEG("image/jpeg", 0, 0xff, 0xd8, 0xff),
  GIF("image/gif", 0, 'G', 'I', 'F', '8'),
  WEBP("image/webp", 8, 'W', 'E', 'B', 'P');

  private final String contentType;
  private final int offset;
  private final int[] signature;

  PictureType(String contentType, int offset, int... signature) {
    this.contentType = contentType;
    this.offset = offset;
    this.signature = signature;
  }

  /** What the bytes are; empty for none of these. */
  public static Optional<PictureType> of(byte[] bytes) {
    return Arrays.stream(values()).filter(type -> type.isTypeOf(bytes)).findFirst();
  }

  public String contentType() {
    return contentType;
  }

  /** What a file of it is called by at its end. */
  public String extension() {
    return contentType.substring(contentType.indexOf('/') + 1);
  }

  private boolean isTypeOf(byte[] bytes) {
    if (bytes.length < offset + signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((bytes[offset + i] & 0xff) != signature[i]) {
        return false;
      }
    }
    return true;
  }
}
