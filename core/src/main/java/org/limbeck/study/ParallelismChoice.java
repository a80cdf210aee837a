package org.limbeck.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Json;
import org.limbeck.data.Dataset;
import org.limbeck.nn.Compute;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.train.TrainOptions;
import org.limbeck.train.engine.StepProbe;

/**
 * Chooses how runs share the cores: by timing training steps for image networks; small ones always
 * get a thread each. The choice is kept in the study's directory, {@code parallelism.json}, since a
 * resumed run ends with the same bits only with the same number of threads.
 */
public final class ParallelismChoice {
  /** The file that keeps the choice. */
  static final String FILE = "parallelism.json";

  private ParallelismChoice() {}

  /**
   * The choice made for this study on as many cores before, or a new one.
   *
   * @param device where runs compute
   * @param directory of the study, existing
   */
  public static Parallelism of(StudyRuns runs, int cores, ComputeDevice device, Path directory) {
    return kept(directory)
        .filter(kept -> kept.cores() == cores)
        .orElseGet(
            () -> {
              Parallelism chosen = choose(runs, cores, device);
              AtomicFiles.write(directory.resolve(FILE), Json.pretty(chosen));
              return chosen;
            });
  }

  /** The choice that a study's directory keeps; empty where there is none or it is damaged. */
  static Optional<Parallelism> kept(Path directory) {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Json.read(Files.readString(file), Parallelism.class));
    } catch (JsonProcessingException | CharacterCodingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw AtomicFiles.cannotWrite(file, e);
    }
  }

  private static Parallelism choose(StudyRuns runs, int cores, ComputeDevice device) {
    StudyPlan plan = runs.plan();
    int teachers = plan.seeds().size() * plan.teacher().recipes().size();
    int students = teachers * plan.student().expanded().size();
    Dataset data = runs.datasets().get(0);
    return new Parallelism(
        cores,
        // A foreign teacher scores on all cores, one at a time.
        plan.teacher()
            .trained()
            .map(role -> threads(role, teachers, data, cores, device))
            .orElse(cores),
        threads(plan.student(), students, data, cores, device));
  }

  /** The number of threads of a run with which all cores together train fastest. */
  private static int threads(
      RolePlan role, int runs, Dataset data, int cores, ComputeDevice device) {
    if (!role.network().forImages()) {
      return 1;
    }
    TrainOptions options = role.train().resolved(role.network());
    var network =
        NetworkDescription.of(role.network(), data.shape(), data.classes(), data.normalisation());
    int best = 1;
    double fastest = 0;
    for (int threads : IntStream.rangeClosed(1, cores).filter(t -> cores % t == 0).toArray()) {
      int trainings = Math.min(runs, cores / threads);
      double rate =
          StepProbe.examplesPerSecond(network, options, trainings, new Compute(threads, device));
      if (rate > fastest) {
        fastest = rate;
        best = threads;
      }
    }
    return best;
  }
}
