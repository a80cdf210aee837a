package org.limbeck.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.io.AtomicFiles;
import org.limbeck.io.Checksums;
import org.limbeck.io.Json;
import org.limbeck.io.SafeTensors;
import org.limbeck.nn.StateDict;
import org.limbeck.train.Checkpoint;
import org.limbeck.train.CheckpointStore;
import org.limbeck.train.EpochRecord;
import org.limbeck.train.Snapshot;

/** Checkpoints in one file, with a checksum over everything; a damaged one counts as none. */
final class FileCheckpointStore implements CheckpointStore {
  private static final String LAST = "last/";
  private static final String BEST = "best/";
  private static final String OPTIMISER = "optimiser/";

  private final Path file;
  private final double everySeconds;

  FileCheckpointStore(Path file, double everySeconds) {
    this.file = file;
    this.everySeconds = everySeconds;
  }

  /** All of a checkpoint that is not a tensor. */
  private record Rest(
      int formatVersion, Point last, Point best, long steps, List<EpochRecord> history) {}

  @SuppressWarnings("ArrayRecordComponent") // written and read, never compared
  private record Point(
      int epoch, double validationObjective, double[] costs, double[] logMultipliers) {
    static Point of(Snapshot snapshot) {
      return new Point(
          snapshot.epoch(),
          snapshot.validationObjective(),
          snapshot.costs(),
          snapshot.logMultipliers());
    }

    Snapshot with(StateDict state) {
      return new Snapshot(epoch, validationObjective, state, costs, logMultipliers);
    }
  }

  @Override
  public boolean due(int epoch, double secondsSinceLast) {
    return secondsSinceLast >= everySeconds;
  }

  @Override
  public void save(Checkpoint checkpoint) {
    Map<String, SafeTensors.Tensor> tensors = new LinkedHashMap<>();
    put(tensors, LAST, checkpoint.last().state());
    put(tensors, BEST, checkpoint.best().state());
    put(tensors, OPTIMISER, checkpoint.optimiser());
    var rest =
        new Rest(
            RunSpec.FORMAT_VERSION,
            Point.of(checkpoint.last()),
            Point.of(checkpoint.best()),
            checkpoint.steps(),
            checkpoint.history());
    String json = Json.canonical(rest);
    String sum = checksum(tensors, json);
    AtomicFiles.write(
        file, new SafeTensors(tensors, Map.of("rest", json, "sha256", sum)).toBytes());
  }

  private static void put(Map<String, SafeTensors.Tensor> tensors, String prefix, StateDict state) {
    state
        .values()
        .forEach(
            (name, values) ->
                tensors.put(prefix + name, new SafeTensors.Tensor(List.of(values.length), values)));
  }

  private static String checksum(Map<String, SafeTensors.Tensor> tensors, String json) {
    byte[] bytes = new SafeTensors(tensors, Map.of("rest", json)).toBytes();
    return Checksums.of(bytes);
  }

  @Override
  public Optional<Checkpoint> load() {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      SafeTensors read = SafeTensors.read(file);
      String json = read.metadata().getOrDefault("rest", "");
      Map<String, SafeTensors.Tensor> tensors = read.tensors();
      if (!checksum(tensors, json).equals(read.metadata().get("sha256"))) {
        return Optional.empty();
      }
      Rest rest = Json.read(json, Rest.class);
      if (rest.formatVersion() != RunSpec.FORMAT_VERSION) {
        return Optional.empty();
      }
      return Optional.of(
          new Checkpoint(
              rest.last().with(part(tensors, LAST)),
              rest.best().with(part(tensors, BEST)),
              part(tensors, OPTIMISER),
              rest.steps(),
              rest.history()));
    } catch (IOException | SafeTensors.CorruptFileException e) {
      return Optional.empty(); // damaged: the run starts again
    }
  }

  private static StateDict part(Map<String, SafeTensors.Tensor> tensors, String prefix) {
    Map<String, float[]> state = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          if (name.startsWith(prefix)) {
            state.put(name.substring(prefix.length()), tensor.values());
          }
        });
    return new StateDict(state);
  }
}
