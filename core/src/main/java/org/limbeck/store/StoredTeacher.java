package org.limbeck.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;
import org.limbeck.data.Views;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.RowWeights;
import org.limbeck.teacher.NetworkTeacher;
import org.limbeck.teacher.ScoreCacheKey;
import org.limbeck.teacher.Teacher;
import org.limbeck.teacher.ViewLogits;

/**
 * A finished run as a teacher: its logits come from the file that it left, and its network is read
 * only where a student sees views.
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
    return files.scores().of(split);
  }

  @Override
  public Optional<ViewLogits> views(Views views) {
    return network().views(views);
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
              spec.train().precision(),
              data,
              trainedCosts());
    }
    return network;
  }

  private double[] trainedCosts() {
    List<Double> costs = files.record().delivered().costs();
    return costs.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** What names the cache of its scores of views. */
  public ScoreCacheKey cacheKey(Views views) {
    return ScoreCacheKey.of(
        files.record().id(),
        data.fingerprint(),
        views,
        files.record().spec().train().precision(),
        data.train().size(),
        data.classes());
  }

  @Override
  public Optional<double[]> costs() {
    return Optional.of(trainedCosts());
  }

  @Override
  public Optional<ClassPrior> prior() {
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
