package com.petstoreapi.edge.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A file with a secret that several processes of one machine share; whoever comes first makes it.
 * Only its owner may read it, where the file system knows owners.
 */
final class KeyFile {
  private KeyFile() {}

  /** Written aside and then linked into place, so that nobody ever reads half a key. */
  static void createIfAbsent(Path file, Supplier<String> content) {
    if (Files.exists(file)) {
      return;
    }
    try {
      Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
      Path aside = Files.createTempFile(directory, "petstore-key", ".tmp");
      try {
        Files.writeString(aside, content.get());
        Files.createLink(file, aside);
      } catch (FileAlreadyExistsException e) {
        // another process was faster
      } finally {
        Files.delete(aside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the key " + file, e);
    }
  }
}
