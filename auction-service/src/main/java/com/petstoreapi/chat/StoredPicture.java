package com.petstoreapi.chat;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;

/** A picture and its bytes, which nobody changes. */
public record StoredPicture(Picture picture, byte[] content) {
  /**
   * What somebody sent, as a picture.
   *
   * @param id a new one
   * @throws Refusal {@code payload-too-large}, or {@code unsupported-media-type} for what is none
   *     of the kinds that are taken
   */
  public static StoredPicture of(String id, byte[] content) {
    if (content.length > Picture.MOST_BYTES) {
      throw new Refusal(
          ErrorCode.PAYLOAD_TOO_LARGE,
          "An attachment has at most " + Picture.MOST_BYTES + " bytes.");
    }
    PictureType type =
        PictureType.of(content)
            .orElseThrow(
                () ->
                    new Refusal(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "An attachment is a picture: PNG, JPEG, GIF or WebP."));
    return new StoredPicture(new Picture(id, type.contentType(), content.length), content);
  }
}
