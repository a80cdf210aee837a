package org.limbeck.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.limbeck.calibration.HeldOutScores;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.compare.Leaderboard;
import org.limbeck.diagnosis.Diagnosis;
import org.limbeck.metric.Calibration;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.ClassTally;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Schedule;
import org.limbeck.objective.AdvShift;
import org.limbeck.objective.Balanced;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Standard;
import org.limbeck.objective.Strata;
import org.limbeck.plan.Role;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.TrainDefaults;
import org.limbeck.plan.recipe.BalancedCosts;
import org.limbeck.plan.recipe.Costs;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.recipe.Recipes;
import org.limbeck.plan.recipe.RobustCosts;
import org.limbeck.plan.recipe.StandardCosts;
import org.limbeck.store.DataSummary;
import org.limbeck.store.IterateResult;
import org.limbeck.store.Provenance;
import org.limbeck.store.RunRecord;
import org.limbeck.store.RunSpec;
import org.limbeck.store.SplitResult;
import org.limbeck.teacher.LabelOptions;
import org.limbeck.train.EpochRecord;
import org.limbeck.train.TrainOptions;

/**
 * Records of studies that never ran: models that guess by a fixed random rule.
 *
 * @param classNames in label order
 * @param seeds how many
 * @param teachers their objectives
 * @param students their objectives
 * @param absent whether the last class has no test examples
 * @param deltas of the post-shifts of every student
 * @param baseline whether there is a student without a teacher
 */
public record Studies(
    List<String> classNames,
    int seeds,
    List<Objective> teachers,
    List<Objective> students,
    boolean absent,
    List<Double> deltas,
    boolean baseline) {
  public static final Objective STANDARD = new Standard();
  public static final Objective BALANCED = new Balanced();
  public static final Objective ROBUST = new Robust(0.75);
  public static final Objective ADV_SHIFT =
      new AdvShift(0.1, 2, MultiplierOptions.onBatches(0.01), Objective.Form.REWEIGHT);
  private static final int EXAMPLES_OF_CLASS = 12;
  private static final TrainOptions TRAIN =
      TrainOptions.builder(
              40,
              32,
              new OptimiserOptions(OptimiserOptions.Kind.SGD, 0.05, 0.9, 1e-4),
              new Schedule(Schedule.Kind.COSINE, 1, List.of(), 0.1))
          .build();

  /** A full grid with classes {@code c0, c1, ...}. */
  public static Studies grid(int classes, int seeds) {
    List<String> names = IntStream.range(0, classes).mapToObj(y -> "c" + y).toList();
    return new Studies(
        names,
        seeds,
        List.of(STANDARD, ROBUST),
        List.of(STANDARD, BALANCED, ROBUST, new Robust(1)),
        false,
        List.of(),
        false);
  }

  public Studies withNames(String... names) {
    return new Studies(List.of(names), seeds, teachers, students, absent, deltas, baseline);
  }

  public Studies withStudents(Objective... objectives) {
    return new Studies(classNames, seeds, teachers, List.of(objectives), absent, deltas, baseline);
  }

  public Studies withTeachers(Objective... objectives) {
    return new Studies(classNames, seeds, List.of(objectives), students, absent, deltas, baseline);
  }

  public Studies withAbsentClass() {
    return new Studies(classNames, seeds, teachers, students, true, deltas, baseline);
  }

  public Studies withPostShift(Double... of) {
    return new Studies(classNames, seeds, teachers, students, absent, List.of(of), baseline);
  }

  public Studies withBaseline() {
    return new Studies(classNames, seeds, teachers, students, absent, deltas, true);
  }

  /** The leaderboard of the study. */
  public Leaderboard leaderboard() {
    return Leaderboard.of(runs(), SelectionPlan.DEFAULT);
  }

  ReportInput input() {
    return input(SelectionPlan.DEFAULT);
  }

  ReportInput input(SelectionPlan selection) {
    return new ReportInput(
        "a study", Leaderboard.of(runs(), selection), selection, Map.of(), this::history);
  }

  public List<RunRecord> runs() {
    List<RunRecord> runs = new ArrayList<>();
    for (long seed : LongStream.range(0, seeds).toArray()) {
      for (Objective teacher : teachers) {
        RunRecord run = run(seed, Role.TEACHER, recipe(Role.TEACHER, teacher), null);
        runs.add(run);
        for (Objective student : students) {
          var link =
              new RunSpec.TeacherLink(
                  run.id(), recipe(Role.TEACHER, teacher), ScoreMode.TEMPERATURE);
          recipes(student).forEach(recipe -> runs.add(run(seed, Role.STUDENT, recipe, link)));
        }
      }
      if (baseline) {
        Recipe plain = Recipe.of("standard", LabelOptions.ONE_HOT, StandardCosts.USUAL);
        runs.add(run(seed, Role.STUDENT, plain, null));
      }
    }
    return runs;
  }

  /** A student as trained, and shifted. */
  private List<Recipe> recipes(Objective student) {
    Recipe trained = recipe(Role.STUDENT, student);
    List<Recipe> recipes = new ArrayList<>(List.of(trained));
    deltas.forEach(
        delta -> recipes.add(Recipes.postShift(trained, trained.name() + "+post-shift", delta)));
    return recipes;
  }

  private static Recipe recipe(Role role, Objective objective) {
    Costs costs =
        objective instanceof Robust robust
            ? new RobustCosts(
                robust.alpha(),
                robust.anchor(),
                robust.multipliers(),
                robust.form(),
                0,
                Strata.By.CLASS)
            : objective instanceof AdvShift
                ? Recipes.advShift()
                : objective instanceof Balanced ? BalancedCosts.USUAL : StandardCosts.USUAL;
    return Recipe.of(objective.name(), TrainDefaults.labels(role), costs);
  }

  private RunRecord run(long seed, Role role, Recipe recipe, RunSpec.@Nullable TeacherLink link) {
    var spec =
        new RunSpec(
            RunSpec.FORMAT_VERSION,
            "0123456789abcdef",
            7,
            role,
            recipe,
            "mlp 16",
            TRAIN,
            seed,
            link);
    var random = new Random(spec.id().hashCode());
    IterateResult last =
        new IterateResult(
            40,
            0.3,
            Collections.nCopies(classNames.size(), 1.0),
            result(random, false),
            result(random, absent));
    List<Diagnosis> diagnoses = role == Role.TEACHER ? diagnoses(random) : List.of();
    return new RunRecord(
        RunSpec.FORMAT_VERSION,
        spec.id(),
        spec,
        data(),
        1210,
        last,
        last,
        diagnoses,
        null,
        new Provenance("1.0", "17", "2.10.0", "Linux amd64", 1, "cpu"),
        0.5,
        Map.of(),
        "");
  }

  private DataSummary data() {
    int m = classNames.size();
    List<Integer> tail =
        IntStream.range(0, m)
            .mapToObj(y -> (int) (300 * Math.pow(0.02, y / Math.max(1.0, m - 1.0))))
            .toList();
    List<Integer> even = Collections.nCopies(m, EXAMPLES_OF_CLASS);
    return new DataSummary("toy", "0123456789abcdef", "test: even", classNames, tail, even, even);
  }

  private int[] labels(boolean withoutLast) {
    int m = classNames.size() - (withoutLast ? 1 : 0);
    return IntStream.range(0, m * EXAMPLES_OF_CLASS).map(i -> i % m).toArray();
  }

  private SplitResult result(Random random, boolean withoutLast) {
    int m = classNames.size();
    int[] labels = labels(withoutLast);
    int[] predictions =
        Arrays.stream(labels)
            .map(y -> random.nextDouble() < 0.95 - 0.4 * y / m ? y : random.nextInt(m))
            .toArray();
    var probabilities = new double[labels.length * m];
    for (int i = 0; i < labels.length; i++) {
      Arrays.fill(probabilities, i * m, (i + 1) * m, 0.2 / m);
      probabilities[i * m + predictions[i]] += 0.8;
    }
    return new SplitResult(
        ClassMetrics.of(
            ClassTally.of(m, labels, predictions), SplitResult.CONFIDENCE, OptionalInt.empty()),
        Calibration.of(probabilities, m, labels, Diagnosis.BINS));
  }

  private List<Diagnosis> diagnoses(Random random) {
    int m = classNames.size();
    int[] labels = labels(false);
    var logits = new float[labels.length * m];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) random.nextGaussian() + (labels[i / m] == i % m ? 3 : 0);
    }
    var prior = new double[m];
    Arrays.fill(prior, 1.0 / m);
    var costs = new double[m];
    Arrays.setAll(costs, y -> 1 + y / (double) m);
    return Diagnosis.ofAll(costs, new HeldOutScores(logits, labels, ClassPrior.of(prior)));
  }

  private List<EpochRecord> history(RunRecord run) {
    return IntStream.rangeClosed(1, run.last().epoch()).mapToObj(this::epoch).toList();
  }

  private EpochRecord epoch(int epoch) {
    int m = classNames.size();
    var multipliers = new double[m];
    Arrays.setAll(multipliers, y -> Math.exp(0.05 * epoch * y / m));
    double sum = Arrays.stream(multipliers).sum();
    Arrays.setAll(multipliers, y -> multipliers[y] / sum);
    return new EpochRecord(
        epoch, 0.01, 0.5, new EpochRecord.Measured(0.3, 0.6, new double[m]), multipliers, 0.1);
  }
}
