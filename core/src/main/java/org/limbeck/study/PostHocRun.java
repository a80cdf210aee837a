package org.limbeck.study;

import java.nio.file.Path;
import java.util.Arrays;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;
import org.limbeck.nn.LastLayer;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.StateDict;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.PostShift;
import org.limbeck.study.recipe.PostHocOptions;
import org.limbeck.teacher.CalibrationFit;
import org.limbeck.teacher.HeldOut;
import org.limbeck.teacher.ScoreCalibration;
import org.limbeck.teacher.ScoreMode;
import org.limbeck.train.Evaluation;
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

  PostHocRun(Path study, RunTask task) {
    this.study = study;
    this.task = task;
    directory = new RunDirectory(study, task.trained().id());
    trained =
        directory
            .finished()
            .orElseThrow(
                () -> new IllegalStateException("run " + task.trained().id() + " is not done"));
  }

  TrainedModel changed() {
    NetworkDescription network = task.network();
    StateDict state = Weights.read(directory.file(RunDirectory.WEIGHTS), network);
    Predictions validation = Evaluation.of(network, state, task.data(), Split.VALIDATION);
    IterateResult delivered = trained.delivered();
    double[] costs = delivered.costs().stream().mapToDouble(Double::doubleValue).toArray();
    Snapshot changed =
        task.spec().recipe().postHoc().rule() == PostHocOptions.Rule.TEMPERATURE
            ? tempered(network, state, validation, costs, delivered)
            : shifted(network, state, validation, costs, delivered);
    return new TrainedModel(
        network, changed, changed, History.read(directory.file(RunDirectory.HISTORY)));
  }

  private Snapshot tempered(
      NetworkDescription network,
      StateDict state,
      Predictions validation,
      double[] costs,
      IterateResult delivered) {
    var ones = new double[validation.classes()];
    Arrays.fill(ones, 1);
    ClassPrior frequencies =
        ClassPrior.of(
            LabelWeights.oneHot(validation.labels(), validation.classes()),
            task.data().classNames());
    var heldOut = new HeldOut(validation.logProbabilities(), validation.labels(), frequencies);
    ScoreCalibration fitted = CalibrationFit.fit(ScoreMode.TEMPERATURE, ones, heldOut);
    StateDict scaled = LastLayer.changed(network, state, fitted.scale().get(0), new double[0]);
    return snapshot(delivered, scaled, costs);
  }

  private Snapshot shifted(
      NetworkDescription network,
      StateDict state,
      Predictions validation,
      double[] costs,
      IterateResult delivered) {
    Double delta = task.spec().recipe().postHoc().delta();
    PostShift found =
        PostShift.fit(
            validation.logProbabilities(),
            validation.labels(),
            prior(),
            costs,
            delta == null ? 0 : delta);
    double[] shift = found.logShift().stream().mapToDouble(Double::doubleValue).toArray();
    var now = new double[costs.length];
    for (int y = 0; y < now.length; y++) {
      now[y] = costs[y] * Math.exp(shift[y]);
    }
    return snapshot(delivered, LastLayer.changed(network, state, 1, shift), now);
  }

  private static Snapshot snapshot(IterateResult delivered, StateDict state, double[] costs) {
    return new Snapshot(
        delivered.epoch(), delivered.validationObjective(), state, costs, new double[0]);
  }

  /** The prior of what the network learnt from. */
  private ClassPrior prior() {
    Dataset data = task.data();
    RunSpec.TeacherLink link = task.spec().teacher();
    if (link == null) {
      return ClassPrior.of(
          LabelWeights.oneHot(data.train().labels(), data.classes()), data.classNames());
    }
    TeacherFiles files = TeacherFiles.read(study, link, data.classes());
    LabelWeights base =
        files
            .labels(task.spec().recipe().labels(), data.train().labels())
            .base(files.scores().train());
    return ClassPrior.of(base, data.classNames());
  }
}
