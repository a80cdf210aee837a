package org.limbeck.store;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;
import org.limbeck.data.Views;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.Precision;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.RowWeights;
import org.limbeck.teacher.NetworkTeacher;
import org.limbeck.teacher.ScoreCacheKey;
import org.limbeck.teacher.Teacher;
import org.limbeck.teacher.ViewLogits;
import org.limbeck.train.TrainOptions;

/**
 * A finished run as a teacher: its logits come from the file that it left, and its network is read
 * only where a student sees views. A foreign teacher left no network: its views are scored by who
 * opens it.
 */
public final class StoredTeacher implements Teacher {
  private final RunDirectory directory;
  private final TeacherFiles files;
  private final Dataset data;
  private @Nullable NetworkTeacher network;

  /**
   * A teacher.
   *
   * @param study whose run it is
   * @param data that it was trained on
   */
  public StoredTeacher(Path study, TeacherFiles files, Dataset data) {
    directory = new RunDirectory(study, files.record().id());
    this.files = files;
    this.data = data;
  }

  @Override
  public int classes() {
    return data.classes();
  }

  @Override
  public float[] logits(Split split) {
    if (split == Split.VALIDATION && !files.scores().hasValidation()) {
      throw new LimbeckException(
          ("teacher '%s' has no scores for the validation split; give a file that has them, or leave"
                  + " validationLabels: teacher out")
              .formatted(files.record().spec().recipe().label()));
    }
    return files.scores().of(split);
  }

  @Override
  public Optional<ViewLogits> views(Views views) {
    return files.record().trainedElsewhere() ? Optional.empty() : network().views(views);
  }

  private NetworkTeacher network() {
    if (network == null) {
      RunSpec spec = files.record().spec();
      var description =
          NetworkDescription.of(
              NetworkSpec.parse(spec.network()),
              data.shape(),
              data.classes(),
              data.normalisation());
      network =
          new NetworkTeacher(
              description,
              Weights.read(directory.file(RunDirectory.WEIGHTS), description),
              spec.training().precision(),
              data,
              costs().orElseThrow());
    }
    return network;
  }

  /** What names the cache of its scores of views. */
  public ScoreCacheKey cacheKey(Views views) {
    return ScoreCacheKey.of(
        files.record().id(),
        data.fingerprint(),
        views,
        precision(),
        data.train().size(),
        data.classes());
  }

  private Precision precision() {
    TrainOptions train = files.record().spec().train();
    return train == null ? Precision.FP32 : train.precision();
  }

  @Override
  public Optional<double[]> costs() {
    return files.record().costs();
  }

  @Override
  public Optional<ClassPrior> prior() {
    if (files.record().trainedElsewhere()) {
      return Optional.empty();
    }
    LabelWeights labels = LabelWeights.oneHot(data.train().labels(), data.classes());
    RowWeights weights = RowWeights.of(data.train().details().weights());
    return Optional.of(ClassPrior.of(labels.weighted(weights), data.classNames()));
  }

  @Override
  public void close() {
    if (network != null) {
      network.close();
    }
  }
}
