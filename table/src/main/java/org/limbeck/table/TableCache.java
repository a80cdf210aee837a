package org.limbeck.table;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Checksums;
import org.limbeck.data.Values;
import org.limbeck.data.image.cache.CacheName;
import org.limbeck.table.scan.TableOptions;

/**
 * Large tables as mapped files: read once, shared by all processes. Small ones stay in memory and
 * are read each time.
 *
 * <p>Several processes may read the same table at once: each writes its own file and renames it;
 * the last one stays, and all are equal. A damaged or foreign file is replaced.
 *
 * @param folder where the files are; all in it can be made again
 * @param heap bytes of values that stay in memory
 */
record TableCache(Path folder, long heap) {
  /** What a process that was killed left behind is deleted after this time. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  TableCache(Path folder) {
    this(folder, FloatRows.USUAL_HEAP);
  }

  /**
   * A table.
   *
   * @param given the options as they were given: together with the path, size and time of all
   *     files, they name the cache
   */
  TableContent load(TableOptions options, Map<String, String> given) {
    var reader = new TableReader(options);
    Path file = folder.resolve(name(given, reader));
    if (options.database().isPresent()) {
      return read(reader, file); // nothing says whether its rows have changed
    }
    Optional<TableContent> kept = open(file);
    return kept.isPresent() ? kept.get() : read(reader, file);
  }

  private static String name(Map<String, String> options, TableReader reader) {
    var text = new StringBuilder(TableCacheFile.HEADER);
    new TreeMap<>(options)
        .forEach((key, value) -> text.append(key).append('\0').append(value).append('\0'));
    reader.files().forEach(file -> text.append('\0').append(CacheName.stamp(file)));
    return "table-" + Checksums.of(text.toString()).substring(0, 16) + ".rows";
  }

  private static Optional<TableContent> open(Path file) {
    try {
      return Optional.of(TableCacheFile.open(file));
    } catch (IOException e) {
      return Optional.empty(); // absent or damaged: the table is read again
    }
  }

  private TableContent read(TableReader reader, Path file) {
    Path temporary = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try (var rows = new FloatRows(temporary, heap)) {
      TableContent content = reader.read(rows);
      if (!rows.isSpilled()) {
        return content.with(Values.of(rows.inMemory(), rows.width()));
      }
      rows.finish(TableCacheFile.end(TableIndex.bytes(head(content, rows), content.roles())));
      deleteAbandoned();
      AtomicFiles.move(temporary, file);
      return TableCacheFile.open(file);
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(file, e);
    }
  }

  private static TableIndex.Head head(TableContent content, FloatRows rows) {
    RowRoles roles = content.roles();
    return new TableIndex.Head(
        rows.rows(),
        rows.width(),
        rows.checksum(),
        content.columns().stream().map(TableIndex.ColumnHead::of).toList(),
        roles.labels().names(),
        roles.groups().names(),
        roles.groups().of().length > 0,
        roles.details().ids().length > 0,
        roles.details().weights().length > 0,
        List.copyOf(content.missing()),
        content.notes());
  }

  private void deleteAbandoned() throws IOException {
    Instant limit = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.rows.*.tmp")) {
      for (Path file : files) {
        deleteOlder(file, limit);
      }
    }
  }

  private static void deleteOlder(Path file, Instant limit) {
    try {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return; // another process has just renamed it, or another user owns it
    }
  }
}
