package com.petstoreapi.chat;

/**
 * A picture, without its bytes.
 *
 * @param contentType what its bytes say that it is
 * @param bytes how many
 */
public record Picture(String id, String contentType, int bytes) {
  /** The largest that there may be, in bytes. */
  public static final int MOST_BYTES = 256 * 1024;
}
