package org.limbeck.teacher.foreign;

import org.limbeck.LimbeckException;
import org.limbeck.data.Dataset;

/** Opens foreign teachers. */
public final class ForeignTeachers {
  private ForeignTeachers() {}

  /** Opens a teacher for the examples of a data set; its models may use all cores. */
  public static ForeignScores open(ForeignSource source, Dataset data) {
    return open(source, data, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Opens a teacher for the examples of a data set.
   *
   * @param threads that a model may use
   * @throws LimbeckException if its files cannot be used or do not fit the data
   */
  public static ForeignScores open(ForeignSource source, Dataset data, int threads) {
    if (source instanceof ForeignSource.OnnxModel
        || source instanceof ForeignSource.TorchScriptModel) {
      return new ModelForeignScores(ModelFile.of(source), data, threads);
    }
    if (source instanceof ForeignSource.ScoreFiles files) {
      return new FileScores(files, data);
    }
    if (source instanceof ForeignSource.Ensemble ensemble) {
      return new EnsembleScores(ensemble, data, threads);
    }
    throw new IllegalStateException("no reader of " + source.text());
  }
}
