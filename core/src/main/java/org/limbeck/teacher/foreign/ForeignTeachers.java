package org.limbeck.teacher.foreign;

import org.limbeck.LimbeckException;
import org.limbeck.data.Dataset;

/** Opens foreign teachers. */
public final class ForeignTeachers {
  private ForeignTeachers() {}

  /**
   * Opens a teacher for the examples of a data set.
   *
   * @throws LimbeckException if its files cannot be used or do not fit the data
   */
  public static ForeignScores open(ForeignSource source, Dataset data) {
    if (source instanceof ForeignSource.OnnxModel
        || source instanceof ForeignSource.TorchScriptModel) {
      return new ModelForeignScores(ModelFile.of(source), data);
    }
    if (source instanceof ForeignSource.ScoreFiles files) {
      return new FileScores(files, data);
    }
    if (source instanceof ForeignSource.Ensemble ensemble) {
      return new EnsembleScores(ensemble, data);
    }
    throw unsupported(source);
  }

  private static LimbeckException unsupported(ForeignSource source) {
    return new LimbeckException(source.text() + ": cannot be opened");
  }
}
