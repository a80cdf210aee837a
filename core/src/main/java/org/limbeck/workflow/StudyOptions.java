package org.limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.limbeck.study.Parallelism;
import org.limbeck.study.RunLauncher;
import org.limbeck.study.RunOptions;
import org.limbeck.study.StudyListener;
import org.limbeck.study.StudyListeners;

/**
 * How a study is run, as far as its plan does not say.
 *
 * @param listeners are told of the runs; one that throws an exception does not disturb the study
 * @param warnings is given a sentence for each listener that has thrown one, and for each damaged
 *     file that is made anew
 * @param stop asked after each step of a run; when true, runs in work are saved and the study stops
 * @param parallelism how runs share the cores; empty to choose, for image networks by measuring
 * @param cores that are shared where {@code parallelism} is empty
 * @param launcher where runs are done; empty for threads of this process
 * @param checkpointSeconds wall time between checkpoints of a run; 0 for one after each epoch
 * @param comments that {@code study.yaml} gets when it is written, by key
 */
public record StudyOptions(
    List<StudyListener> listeners,
    Consumer<String> warnings,
    BooleanSupplier stop,
    Optional<Parallelism> parallelism,
    int cores,
    Optional<RunLauncher> launcher,
    double checkpointSeconds,
    Map<String, String> comments) {
  /** On all cores of this machine, without a listener. */
  public static final StudyOptions DEFAULT = builder().build();

  public StudyOptions {
    listeners = List.copyOf(listeners);
    comments = Map.copyOf(comments);
    if (cores < 1) {
      throw new IllegalArgumentException("cores: expected 1 or more, found " + cores);
    }
  }

  /** Begins options with the default of each. */
  public static Builder builder() {
    return new Builder();
  }

  /** All listeners as one. */
  StudyListener listener() {
    return new StudyListeners(listeners, warnings);
  }

  /** Collects options. */
  public static final class Builder {
    private final List<StudyListener> listeners = new ArrayList<>();
    private Consumer<String> warnings = Builder::log;
    private BooleanSupplier stop = () -> false;
    private Optional<Parallelism> parallelism = Optional.empty();
    private int cores = Runtime.getRuntime().availableProcessors();
    private Optional<RunLauncher> launcher = Optional.empty();
    private double checkpointSeconds = RunOptions.CHECKPOINT_SECONDS;
    private Map<String, String> comments = Map.of();

    private Builder() {}

    private static void log(String warning) {
      System.getLogger(StudyWorkflow.class.getName()).log(System.Logger.Level.WARNING, warning);
    }

    /** Adds a listener. */
    public Builder listener(StudyListener added) {
      listeners.add(added);
      return this;
    }

    /** Sends warnings there instead of to the log of the platform. */
    public Builder warnings(Consumer<String> given) {
      warnings = given;
      return this;
    }

    /** Asks that after each step of a run whether to stop. */
    public Builder stop(BooleanSupplier given) {
      stop = given;
      return this;
    }

    /** Shares the cores in that way. */
    public Builder parallelism(Parallelism given) {
      parallelism = Optional.of(given);
      return this;
    }

    /** Shares that number of cores. */
    public Builder cores(int given) {
      cores = given;
      return this;
    }

    /** Has runs done there. */
    public Builder launcher(RunLauncher given) {
      launcher = Optional.of(given);
      return this;
    }

    /** Saves runs as often as that. */
    public Builder checkpointSeconds(double given) {
      checkpointSeconds = given;
      return this;
    }

    /** Has them written into {@code study.yaml}, above the keys that they are of. */
    public Builder comments(Map<String, String> given) {
      comments = given;
      return this;
    }

    /** The options. */
    public StudyOptions build() {
      return new StudyOptions(
          listeners, warnings, stop, parallelism, cores, launcher, checkpointSeconds, comments);
    }
  }
}
