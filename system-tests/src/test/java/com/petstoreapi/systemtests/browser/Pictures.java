package com.petstoreapi.systemtests.browser;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Images as people send them. */
final class Pictures {
  private Pictures() {}

  /** One of a few bytes, that wide. */
  static FilePayload small(int width) {
    return png(new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB));
  }

  /** One of megabytes, as a camera makes them. */
  static FilePayload large(int width) {
    BufferedImage noise = new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < width; y++) {
        noise.setRGB(x, y, random.nextInt());
      }
    }
    return png(noise);
  }

  private static FilePayload png(BufferedImage image) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return new FilePayload("picture.png", "image/png", bytes.toByteArray());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
