package org.limbeck.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Json;
import org.limbeck.train.Checkpoint;
import org.limbeck.train.EpochRecord;

/**
 * The folder of a run in work, {@code runs/ID.partial}: {@code spec.json}, which tells others what
 * is being done, and the checkpoint. Both are gone when the run is finished.
 */
final class PartialRun {
  /** Ends the folder's name. */
  static final String SUFFIX = ".partial";

  private static final String SPEC = "spec.json";

  private final String id;
  private final Path folder;

  PartialRun(Path runs, String id) {
    this.id = id;
    folder = runs.resolve(id + SUFFIX);
  }

  Path begin(RunSpec spec) {
    AtomicFiles.createFolder(folder);
    byte[] content = Json.pretty(spec).getBytes(StandardCharsets.UTF_8);
    AtomicFiles.writeUnseen(folder.resolve(SPEC), content);
    return folder;
  }

  /** Removes what only a run in work has; returns the folder. */
  Path end() {
    AtomicFiles.delete(folder.resolve(RunDirectory.CHECKPOINT));
    AtomicFiles.delete(folder.resolve(SPEC));
    return folder;
  }

  boolean exists() {
    return Files.isDirectory(folder);
  }

  /** What the run is; absent where that is being written, or an earlier version began the run. */
  Optional<RunSpec> spec() {
    try {
      return Optional.ofNullable(Json.read(Files.readString(folder.resolve(SPEC)), RunSpec.class))
          .filter(spec -> spec.id().equals(id));
    } catch (IOException e) {
      return Optional.empty(); // the run may have been finished meanwhile
    }
  }

  /** The epochs until the last checkpoint; none before the first. */
  List<EpochRecord> history() {
    return new FileCheckpointStore(folder.resolve(RunDirectory.CHECKPOINT), 0)
        .load()
        .map(Checkpoint::history)
        .orElse(List.of());
  }
}
