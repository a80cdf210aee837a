package org.limbeck.store;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.ValidationParts;
import org.limbeck.data.Views;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Schedule;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.TeacherPlan;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.yaml.StudyYaml;
import org.limbeck.store.foreign.ForeignContent;
import org.limbeck.store.foreign.ForeignSpec;
import org.limbeck.store.judging.Driving;
import org.limbeck.teacher.foreign.ForeignTeacher;
import org.limbeck.train.TrainOptions;

/**
 * Specs of runs of all kinds, by name, as study files give them; of made-up data, so that they
 * depend on neither a data set nor a machine.
 */
final class Specs {
  /** Pinned apart from {@link RunSpec#FORMAT_VERSION}: a new version makes new ids on purpose. */
  private static final int FORMAT_VERSION = 3;

  private static final List<ScoreMode> MODES =
      List.of(ScoreMode.RAW, ScoreMode.UNCOSTED, ScoreMode.TEMPERATURE, ScoreMode.PER_CLASS);

  private static final String RECIPES =
      """
      name: recipes
      data: {source: digits}
      seeds: [0]
      teacher:
        network: mlp 32
        objectives: [standard, balanced, robust]
        alphas: [0.5, 1.0]
        recipes: [group-dro, logit-adjustment, ldam-drw, adv-shift]
      student:
        network: mlp 8
        objectives: [standard, balanced, robust]
        alphas: [0.0, 0.3]
        recipes:
          - distillation
          - group-dro
          - logit-adjustment
          - ldam-drw
          - bkd
          - ada-alpha
          - ada-margin
          - adv-shift
          - post-shift
          - temperature
      """;

  private static final String OPTIONS =
      """
      name: options
      data: {source: digits}
      seeds: [0]
      teacher:
        network: convnet 16-32
        objectives: [robust]
        alphas: [0.25]
        anchor: standard
        multipliers: {gamma: 0.05, updateEvery: epoch, memory: memoryless, smoothing: 2.5}
        train: {epochs: 3, optimiser: adamw, schedule: step, iterate: average}
      student:
        network: mlp 16-16
        objectives: [standard, robust]
        alphas: [1.0e-3]
        multipliers:
          measure: cross-entropy
          validationLabels: teacher
          floor: 0.01
          sample: 100
        recipes:
          - {name: mixed, labels: mix, mix: 0.25, temperature: 4, scores: per-class}
          - {name: late, from: balanced, form: reweight, costsFrom: 0.5, scores: uncosted}
          - {name: rule, costs: effective-number, margins: ldam, marginScale: 2}
          - {name: near, from: adv-shift, radius: 1.0e-7, clip: 3}
          - {from: robust, name: cool, alpha: 0.75, postHoc: temperature, scores: raw}
        postShift: [0.1]
        train:
          batchSize: 1
          learningRate: 1.0e-4
          momentum: 0
          weightDecay: 123456789.5
          schedule: step
          milestones: [0.25, 0.5]
          factor: 0.2
          iterate: best
          validateEvery: 7
      """;

  private static final String GROUPS =
      """
      name: groups
      data: {source: digits}
      seeds: [0]
      teacher:
        network: mlp 8
        objectives: [standard]
        recipes:
          - {from: group-dro, by: group}
          - {from: group-dro, name: both, by: class-and-group}
      student:
        network: mlp 8
        objectives: [standard]
        recipes:
          - {from: robust, name: groups, by: group, form: reweight, alpha: 0.5}
          - {from: balanced, name: cells, by: class-and-group}
      """;

  private static final String IMAGES =
      """
      name: images
      data: {source: cifar10}
      seeds: [0]
      teacher:
        network: resnet20 x0.5
        objectives: [standard, robust]
        train: {precision: bf16}
      student:
        network: resnet8
        objectives: [standard, robust]
        alphas: [0.5]
        train: {views: {crop: 2, flip: alternating, viewsPerImage: 3}, precision: fp32}
      """;

  private static final String FOREIGN =
      """
      name: foreign
      data: {source: digits}
      seeds: [0]
      teacher:
        - onnx: plain.onnx
        - name: all
          onnx: plain.onnx
          input: {name: in, layout: nhwc, scale: 0.5, mean: [1, 2], deviation: [3, 4]}
          output: {name: out, kind: probabilities, classes: [b, a]}
        - {torchscript: script.pt, trust: true, input: {layout: nchw}, output: {kind: logits}}
        - {scores: {train: rows.npy, test: others.npy}, id: key}
        - {name: mean, ensemble: [a.onnx, {scores: b.npy}]}
        - {name: logits, ensemble: [a.onnx, {scores: b.npy}], weights: mean-logit}
        - {name: mixture, ensemble: [a.onnx, {scores: b.npy}], weights: validation}
      student: {network: mlp 8}
      """;

  private Specs() {}

  /** All specs by name, in a fixed order. */
  static Map<String, RunSpec> all() {
    Map<String, RunSpec> specs = new LinkedHashMap<>();
    for (String text : List.of(RECIPES, OPTIONS, GROUPS, IMAGES)) {
      // As in directories of earlier versions: ids do not follow the defaults of new studies.
      StudyPlan plan = StudyYaml.parseWritten(text, "specs.yaml", Path.of(""));
      add(specs, plan.name(), plan.teacher().trained().orElseThrow(), Role.TEACHER, null);
      Recipe teacher = plan.teacher().recipes().get(0);
      add(specs, plan.name(), plan.student(), Role.STUDENT, teacher);
    }
    specs.put("extreme values", extreme());
    foreign(specs);
    driven(specs);
    return specs;
  }

  /** A student and a teacher that each part of validation drives. */
  private static void driven(Map<String, RunSpec> specs) {
    for (String name : List.of("recipes: teacher robust(1.0)", "recipes: student robust(0.3)")) {
      for (ValidationParts.Part part : ValidationParts.Part.values()) {
        RunSpec spec = Objects.requireNonNull(specs.get(name));
        specs.put("driven by " + part + ": " + name, spec.with(new Driving(part, 0.5)));
      }
    }
  }

  /** Teachers from elsewhere with all options, and one with none. */
  private static void foreign(Map<String, RunSpec> specs) {
    StudyPlan plan = StudyYaml.parse(FOREIGN, "specs.yaml", Path.of(""));
    for (ForeignTeacher teacher : plan.teacher().foreign()) {
      ForeignSpec unread = ForeignContent.unread(teacher);
      var foreign =
          new ForeignSpec(unread.source(), unread.options(), Map.of("model", "0123", "test", "4"));
      Recipe recipe = TeacherPlan.recipe(teacher);
      specs.put("foreign: " + teacher.name(), RunSpec.ofForeign("abcdef", 3, recipe, foreign));
    }
  }

  /** The spec of that name. */
  static RunSpec named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  private static void add(
      Map<String, RunSpec> specs,
      String study,
      RolePlan plan,
      Role role,
      @Nullable Recipe teacher) {
    for (Recipe recipe : plan.expanded()) {
      int number = specs.size();
      ScoreMode mode = MODES.get(number % MODES.size());
      specs.put(
          study + ": " + role.label() + " " + recipe.label(),
          new RunSpec(
              FORMAT_VERSION,
              "5ca1ab1e".repeat(8),
              number % 3,
              role,
              recipe,
              plan.network().text(),
              plan.train(),
              number,
              recipe.labels().needsTeacher() && teacher != null
                  ? new RunSpec.TeacherLink("0123456789abcdef", teacher, mode)
                  : null));
    }
  }

  private static RunSpec extreme() {
    var train =
        new TrainOptions(
            Integer.MAX_VALUE,
            1,
            new OptimiserOptions(OptimiserOptions.Kind.SGD, Double.MIN_VALUE, 0, Double.MAX_VALUE),
            new Schedule(Schedule.Kind.STEP, 1 / 3.0, List.of(1e-9, 0.1 + 0.2), 1),
            TrainOptions.Iterate.LAST,
            Views.NONE,
            Precision.AUTO,
            0);
    return new RunSpec(
        FORMAT_VERSION,
        "\"\\ \u00e9\n",
        Long.MIN_VALUE,
        Role.TEACHER,
        Recipe.NONE,
        "",
        train,
        Long.MAX_VALUE,
        null);
  }
}
