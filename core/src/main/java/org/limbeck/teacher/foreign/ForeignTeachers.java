package org.limbeck.teacher.foreign;

import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.data.Dataset;

/** Opens foreign teachers. */
public final class ForeignTeachers {
  private ForeignTeachers() {}

  /** Opens a teacher for the examples of a data set; its models may use all cores. */
  public static ForeignScores open(ForeignSource source, Dataset data) {
    return open(source, data, Runtime.getRuntime().availableProcessors());
  }

  /** Opens a teacher for the examples of a data set, of which all of validation may drive it. */
  public static ForeignScores open(ForeignSource source, Dataset data, int threads) {
    return open(source, data, threads, Optional.empty());
  }

  /**
   * Opens a teacher for the examples of a data set.
   *
   * @param threads that a model may use
   * @param driving rows of validation whose labels something of it may be fitted to; empty for all
   * @throws LimbeckException if its files cannot be used or do not fit the data
   */
  public static ForeignScores open(
      ForeignSource source, Dataset data, int threads, Optional<int[]> driving) {
    if (source instanceof ForeignSource.OnnxModel
        || source instanceof ForeignSource.TorchScriptModel) {
      return new ModelForeignScores(ModelFile.of(source), data, threads);
    }
    if (source instanceof ForeignSource.ScoreFiles files) {
      return new FileScores(files, data);
    }
    if (source instanceof ForeignSource.Ensemble ensemble) {
      return new EnsembleScores(ensemble, data, threads, driving);
    }
    throw new IllegalStateException("no reader of " + source.text());
  }
}
