package org.limbeck.plan.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Views;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Schedule;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Strata;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.recipe.AdvShiftCosts;
import org.limbeck.plan.recipe.Costs;
import org.limbeck.plan.recipe.PostHocOptions;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.recipe.RobustCosts;
import org.limbeck.teacher.LabelOptions;
import org.limbeck.train.TrainOptions;

/** Writes plans as complete study files, always in the same order. */
final class StudyYamlWriter {
  private final StringBuilder text = new StringBuilder();

  private StudyYamlWriter() {}

  static String write(StudyPlan plan) {
    var writer = new StudyYamlWriter();
    writer.add(0, "name", quoted(plan.name()));
    writer.data(plan.data());
    writer.add(0, "seeds", plan.seeds());
    writer.role("teacher", plan.teacher(), plan.scores());
    writer.role("student", plan.student(), null);
    if (!plan.selection().equals(SelectionPlan.DEFAULT)) {
      writer.selection(plan.selection());
    }
    writer.add(0, "device", plan.device().text());
    return writer.text.toString();
  }

  private void selection(SelectionPlan selection) {
    open(0, "select");
    addIfSet(2, "minAccuracy", selection.minAccuracy());
    addIfSet(2, "exportSeed", selection.exportSeed());
    if (selection.by() != Strata.By.CLASS) {
      add(2, "by", Scalars.word(selection.by()));
    }
  }

  private void data(DataPlan data) {
    open(0, "data");
    add(2, "source", data.source());
    for (Map.Entry<String, String> option : data.options().entrySet()) {
      add(2, option.getKey(), quoted(option.getValue()));
    }
    add(2, "validationFrom", Scalars.word(data.validationFrom()));
    add(2, "validation", data.validation());
    add(2, "testShare", data.testShare());
    if (data.longTail() != null) {
      open(2, "longTail");
      add(4, "ratio", data.longTail().ratio());
      add(4, "order", Scalars.word(data.longTail().order()));
    }
    add(2, "splitSeed", data.splitSeed() == null ? "each" : data.splitSeed());
  }

  private void role(String name, RolePlan role, @Nullable ScoreMode scores) {
    open(0, name);
    add(2, "network", role.network().text());
    if (!role.objectives().isEmpty()) {
      add(2, "objectives", role.objectives());
    }
    add(2, "alphas", role.alphas());
    addIfSet(2, "scores", scores == null ? null : scores.label());
    add(2, "anchor", Scalars.word(role.anchor()));
    multipliers(2, role.multipliers());
    if (!role.recipes().isEmpty()) {
      open(2, "recipes");
      role.recipes().forEach(this::recipe);
    }
    train(role.train());
  }

  private void multipliers(int indent, MultiplierOptions options) {
    open(indent, "multipliers");
    add(indent + 2, "gamma", options.gamma());
    add(indent + 2, "updateEvery", options.updateEvery() == 0 ? "epoch" : options.updateEvery());
    add(indent + 2, "measure", Scalars.word(options.measure()));
    add(indent + 2, "validationLabels", Scalars.word(options.validationLabels()));
    add(indent + 2, "memory", Scalars.word(options.memory()));
    add(indent + 2, "floor", options.floor());
    add(indent + 2, "sample", options.sample() == 0 ? "all" : options.sample());
    add(indent + 2, "source", Scalars.word(options.source()));
    add(indent + 2, "smoothing", options.smoothing());
  }

  private void recipe(Recipe recipe) {
    text.append("    - name: ").append(quoted(recipe.name())).append('\n');
    PostHocOptions after = recipe.postHoc();
    boolean trained = after.of().isEmpty();
    variant(trained ? "variant" : "ofVariant", recipe.trained());
    labels(recipe.labels());
    costs(recipe.costs());
    add(6, "margins", recipe.margins().rule());
    if (!recipe.margins().none()) {
      add(6, "marginScale", recipe.margins().scale());
    }
    add(6, "postHoc", Scalars.word(after.rule()));
    addIfSet(6, "delta", after.delta());
    if (!trained) {
      add(6, "of", quoted(after.of()));
    }
  }

  /** Robust costs have one by their alpha unless the file says otherwise. */
  private void variant(String key, Recipe recipe) {
    String variant = recipe.variant();
    if (variant != null || recipe.alpha().isPresent()) {
      add(6, key, quoted(variant == null ? "" : variant));
    }
  }

  private void labels(LabelOptions labels) {
    add(6, "labels", Scalars.word(labels.source()));
    if (labels.needsTeacher()) {
      add(6, "mix", labels.mix());
      add(6, "temperature", labels.temperature());
      addIfSet(6, "scores", labels.scores() == null ? null : labels.scores().label());
    }
  }

  private void costs(Costs costs) {
    add(6, "costs", costs.rule());
    add(6, "form", Scalars.word(costs.form()));
    if (!costs.rule().equals("standard")) {
      add(6, "costsFrom", costs.from());
    }
    if (costs.by() != Strata.By.CLASS) {
      add(6, "by", Scalars.word(costs.by()));
    }
    if (costs instanceof RobustCosts robust) {
      add(6, "alpha", robust.alpha());
      add(6, "anchor", Scalars.word(robust.anchor()));
    }
    if (costs instanceof AdvShiftCosts shift) {
      add(6, "radius", shift.radius());
      add(6, "clip", shift.clip());
    }
    costs.moving().ifPresent(multipliers -> multipliers(6, multipliers));
  }

  private void train(TrainOptions train) {
    OptimiserOptions optimiser = train.optimiser();
    Schedule schedule = train.schedule();
    open(2, "train");
    add(4, "epochs", train.epochs());
    add(4, "batchSize", train.batchSize());
    add(4, "optimiser", Scalars.word(optimiser.kind()));
    add(4, "learningRate", optimiser.learningRate());
    add(4, "momentum", optimiser.momentum());
    add(4, "weightDecay", optimiser.weightDecay());
    add(4, "schedule", Scalars.word(schedule.kind()));
    add(4, "warmupEpochs", schedule.warmupEpochs());
    if (!schedule.milestones().isEmpty()) {
      add(4, "milestones", schedule.milestones());
    }
    add(4, "factor", schedule.factor());
    add(4, "iterate", Scalars.word(train.iterate()));
    views(train.views());
    add(4, "precision", Scalars.word(train.precision()));
    add(4, "validateEvery", train.validateEvery() == 0 ? "auto" : train.validateEvery());
  }

  private void views(Views views) {
    open(4, "views");
    add(6, "crop", views.crop());
    add(6, "flip", Scalars.word(views.flip()));
    add(6, "viewsPerImage", views.viewsPerImage() == 0 ? "all" : views.viewsPerImage());
  }

  private void open(int indent, String key) {
    text.append(" ".repeat(indent)).append(key).append(":\n");
  }

  private void add(int indent, String key, Object value) {
    String written = value instanceof List<?> list ? list.toString() : String.valueOf(value);
    text.append(" ".repeat(indent)).append(key).append(": ").append(written).append('\n');
  }

  private void addIfSet(int indent, String key, @Nullable Object value) {
    if (value != null) {
      add(indent, key, value);
    }
  }

  /** A double-quoted scalar: any file name survives. */
  private static String quoted(String value) {
    var text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c)) {
        text.append("\\u%04x".formatted((int) c));
      } else {
        text.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return text.append('"').toString();
  }
}
