package org.limbeck.study;

import java.nio.file.Path;
import java.util.Map;
import org.limbeck.calibration.ScoreTransform;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;
import org.limbeck.nn.LastLayer;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.StateDict;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.RowWeights;
import org.limbeck.store.History;
import org.limbeck.store.IterateResult;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.store.StoredPredictions;
import org.limbeck.store.TeacherFiles;
import org.limbeck.store.Weights;
import org.limbeck.train.Predictions;
import org.limbeck.train.Snapshot;
import org.limbeck.train.TrainedModel;

/**
 * A finished run with its scores changed by a post-hoc rule fitted on validation: the rule becomes
 * part of the last layer, so that the result is a network like any other.
 */
final class PostHocRun {
  private final Path study;
  private final RunTask task;
  private final RunRecord trained;
  private final RunDirectory directory;
  private final NetworkDescription network;
  private final StateDict state;
  private final Predictions before;
  private final PostHocFit fit;
  private final ScoreTransform change;

  PostHocRun(Path study, RunTask task) {
    this.study = study;
    this.task = task;
    directory = new RunDirectory(study, task.trainedId());
    trained = directory.required();
    network = task.network();
    state = Weights.read(directory.file(RunDirectory.WEIGHTS), network);
    before = StoredPredictions.read(directory, task.data(), Split.VALIDATION);
    fit = new PostHocFit(task.spec().recipe().postHoc(), prior(), costs());
    change = fit.of(task.drivingRows().map(before::select).orElse(before));
  }

  private double[] costs() {
    return trained.delivered().costs().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The network with the rule fitted on validation, or on the part of it that drives the run. */
  TrainedModel changed() {
    double[] costs = costs();
    for (int y = 0; y < costs.length; y++) {
      costs[y] *= Math.exp(change.shift().get(y));
    }
    IterateResult delivered = trained.delivered();
    var snapshot =
        new Snapshot(
            delivered.epoch(),
            delivered.validationObjective(),
            LastLayer.changed(network, state, change.scale(), change.shift()),
            costs,
            new double[0]);
    return new TrainedModel(
        network, snapshot, snapshot, History.read(directory.file(RunDirectory.HISTORY)));
  }

  /**
   * The predictions of the changed network. Those for validation are cross-fitted, with each
   * example changed by the rule that was fitted on the other half: selection on validation would
   * else prefer a rule for the examples that it was fitted on. Where a part of validation judges,
   * the rule was fitted on the other part, and is applied as it is.
   */
  Map<Split, Predictions> predictions() {
    Predictions test = StoredPredictions.read(directory, task.data(), Split.TEST);
    Predictions validation =
        task.drivingRows().isPresent()
            ? PostHocFit.changed(before, change)
            : fit.crossFitted(before);
    return Map.of(Split.VALIDATION, validation, Split.TEST, PostHocFit.changed(test, change));
  }

  /** The class prior of the label weights that the network was trained with. */
  private ClassPrior prior() {
    Dataset data = task.data();
    RunSpec.TeacherLink link = task.spec().teacher();
    RowWeights weights = RowWeights.of(data.train().details().weights());
    if (link == null) {
      LabelWeights labels = LabelWeights.oneHot(data.train().labels(), data.classes());
      return ClassPrior.of(labels.weighted(weights), data.classNames());
    }
    TeacherFiles files =
        DrivenScores.of(TeacherFiles.read(study, link, data.classes()), link, task);
    LabelWeights base =
        files.labels(task.spec().recipe().labels(), data.train()).base(files.scores().train());
    return ClassPrior.of(base.weighted(weights), data.classNames());
  }
}
