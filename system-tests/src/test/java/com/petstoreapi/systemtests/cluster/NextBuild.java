package com.petstoreapi.systemtests.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A build that comes after this one: its schema has more in it than this one knows of. */
final class NextBuild {
  /** What a migration may do while older nodes are at work: add, with a default or nothing. */
  private static final String MIGRATION =
      """
      ALTER TABLE stream ADD COLUMN of_the_next_build VARCHAR(16) DEFAULT 'new' NOT NULL;
      ALTER TABLE event ADD COLUMN of_the_next_build VARCHAR(16);
      CREATE TABLE of_the_next_build (id VARCHAR(64) PRIMARY KEY);
      """;

  private NextBuild() {}

  /** Makes it of assembled servers. */
  static void of(Path userDirectory) {
    for (String service : List.of("notification", "auction")) {
      Path war =
          userDirectory
              .resolve("servers")
              .resolve(service)
              .resolve("apps")
              .resolve(service + ".war");
      try (FileSystem files =
          FileSystems.newFileSystem(URI.create("jar:" + war.toUri()), Map.of())) {
        Files.writeString(
            files.getPath("WEB-INF/classes/db/migration/V1000__next_build.sql"), MIGRATION);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
