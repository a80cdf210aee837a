package org.limbeck.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Checksums;
import org.limbeck.base.Json;
import org.limbeck.base.SafeTensors;
import org.limbeck.nn.StateDict;
import org.limbeck.train.Checkpoint;
import org.limbeck.train.CheckpointStore;
import org.limbeck.train.EpochRecord;
import org.limbeck.train.MeanState;
import org.limbeck.train.Snapshot;

/** Checkpoints in one file, with a checksum over everything; a damaged one counts as none. */
public final class FileCheckpointStore implements CheckpointStore {
  private static final String NETWORK = "network/";
  private static final String BEST = "best/";
  private static final String OPTIMISER = "optimiser/";
  private static final String AVERAGE = "average/";

  /** Saving takes at most this share of a run. */
  private static final double SHARE = 0.01;

  private final Path file;
  private final double everySeconds;
  private double secondsOfLastSave;

  /**
   * A store.
   *
   * @param everySeconds between saves, more where saving takes long; 0 for a save after each epoch
   */
  public FileCheckpointStore(Path file, double everySeconds) {
    this.file = file;
    this.everySeconds = everySeconds;
  }

  /** All of a checkpoint that is not a tensor. */
  @SuppressWarnings("ArrayRecordComponent") // written and read, never compared
  private record Rest(
      int formatVersion,
      double[] logMultipliers,
      double[] costs,
      long steps,
      float lossSum,
      double epochSeconds,
      @Nullable Point best,
      int averaged,
      double[] averagedLogCosts,
      List<EpochRecord> history) {}

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
  public boolean due(boolean epochEnded, double secondsSinceLast) {
    return everySeconds == 0
        ? epochEnded
        : secondsSinceLast >= Math.max(everySeconds, secondsOfLastSave / SHARE);
  }

  @Override
  public void save(Checkpoint checkpoint) {
    long start = System.nanoTime();
    Map<String, SafeTensors.Tensor> tensors = new LinkedHashMap<>();
    put(tensors, NETWORK, checkpoint.network());
    put(tensors, OPTIMISER, checkpoint.optimiser());
    Snapshot best = checkpoint.best();
    if (best != null) {
      put(tensors, BEST, best.state());
    }
    MeanState average = checkpoint.average();
    if (average != null) {
      put(tensors, AVERAGE, average.state());
    }
    String json = Json.canonical(rest(checkpoint));
    String sum = checksum(tensors, json);
    AtomicFiles.write(
        file, new SafeTensors(tensors, Map.of("rest", json, "sha256", sum)).toBytes());
    secondsOfLastSave = (System.nanoTime() - start) / 1e9;
  }

  private static Rest rest(Checkpoint checkpoint) {
    Snapshot best = checkpoint.best();
    return new Rest(
        RunSpec.FORMAT_VERSION,
        checkpoint.logMultipliers(),
        checkpoint.costs(),
        checkpoint.steps(),
        checkpoint.lossSum(),
        checkpoint.epochSeconds(),
        best == null ? null : Point.of(best),
        checkpoint.average() == null ? 0 : checkpoint.average().count(),
        checkpoint.average() == null ? new double[0] : checkpoint.average().logCosts(),
        checkpoint.history());
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
      if (!checksum(read.tensors(), json).equals(read.metadata().get("sha256"))) {
        return Optional.empty();
      }
      Rest rest = Json.read(json, Rest.class);
      return rest.formatVersion() == RunSpec.FORMAT_VERSION
          ? Optional.of(checkpoint(rest, read.tensors()))
          : Optional.empty();
    } catch (IOException | SafeTensors.CorruptFileException e) {
      return Optional.empty(); // damaged: the run starts again
    }
  }

  private static Checkpoint checkpoint(Rest rest, Map<String, SafeTensors.Tensor> tensors) {
    Point best = rest.best();
    return new Checkpoint(
        part(tensors, NETWORK),
        part(tensors, OPTIMISER),
        rest.logMultipliers(),
        rest.costs(),
        rest.steps(),
        rest.lossSum(),
        rest.epochSeconds(),
        best == null ? null : best.with(part(tensors, BEST)),
        rest.averaged() == 0
            ? null
            : new MeanState(part(tensors, AVERAGE), rest.averagedLogCosts(), rest.averaged()),
        rest.history());
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
