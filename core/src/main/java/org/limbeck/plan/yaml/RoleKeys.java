package org.limbeck.plan.yaml;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Robust;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.foreign.ForeignKeys;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Kind;
import org.limbeck.plan.key.Scalars;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.teacher.foreign.ForeignTeacher;
import org.limbeck.train.TrainOptions;

/** The keys of the sections {@code teacher} and {@code student}; {@link RoleSection} reads them. */
final class RoleKeys {
  static final Key<RolePlan, NetworkSpec> NETWORK =
      new Key<>(
              "network",
              Kind.scalar(
                  "network, like `mlp 16`",
                  "a network like mlp 16",
                  NetworkSpec::parse,
                  NetworkSpec::text),
              "The network that is trained.",
              RolePlan::network)
          .required("missing; for example mlp 16");
  static final Key<RolePlan, List<String>> OBJECTIVES =
      new Key<>(
          "objectives",
          Kind.list(
              "list of `" + String.join("`, `", RolePlan.OBJECTIVES) + "`",
              "an objective",
              RoleKeys::objective),
          "The objectives, each trained once; none by default where there are `recipes`.",
          role -> role.objectives().isEmpty() ? null : role.objectives());
  static final Key<RolePlan, List<Double>> ALPHAS =
      new Key<>(
          "alphas",
          Kind.list("list of numbers", "a number in [0, 1]", Scalars::share),
          "Weights of the worst class in the robust objective, each 0 to 1.",
          RolePlan::alphas);

  /** Beside the keys of a role: how its scores become label weights is said once for a study. */
  static final Key<StudyPlan, ScoreMode> SCORES =
      new Key<>(
          "scores",
          Kind.word(ScoreMode.class),
          "How the teacher's logits become the label weights of its students.",
          StudyPlan::scores);

  static final Key<RolePlan, Robust.Anchor> ANCHOR =
      new Key<>(
          "anchor",
          Kind.word(Robust.Anchor.class),
          "What alpha 0 means in the robust objective.",
          RolePlan::anchor);
  static final Entry.Part<RolePlan, MultiplierOptions> MULTIPLIERS =
      new Entry.Part<>(
          "multipliers",
          "How the robust objective moves the multipliers of the classes.",
          MultiplierKeys.KEYS,
          RolePlan::multipliers);
  static final Entry.Items<RolePlan, Recipe> RECIPES =
      new Entry.Items<>(
          "recipes",
          "What is trained besides the objectives: names of built-in recipes, or these keys.",
          RecipeKeys.KEYS,
          RolePlan::recipes);
  static final Entry.Part<RolePlan, TrainOptions> TRAIN =
      new Entry.Part<>("train", "How the network is trained.", TrainKeys.KEYS, RolePlan::train);

  /** Beside the keys of a role: a teacher has none. */
  static final Key<StudyPlan, Boolean> BASELINE =
      new Key<>(
          "baseline",
          Kind.FLAG,
          "Whether one more student is trained without a teacher, on the labels with standard costs,"
              + " for comparison. Directories made before this key was there stay without it.",
          StudyPlan::baseline);

  /** Never written: the recipes that it adds are written instead. */
  static final Key<RolePlan, List<Double>> POST_SHIFT =
      new Key<>(
          "postShift",
          Kind.NUMBERS,
          "Students only: adds post-shift with each of these deltas to every trained student but the"
              + " baseline.",
          role -> null);

  static final Entry.Items<StudyPlan, ForeignTeacher> FOREIGN =
      new Entry.Items<>(
          "foreign",
          "Teachers that were trained elsewhere, in place of a network. A single one may be the"
              + " section `teacher` itself, and a list of them may stand in its place.",
          ForeignKeys.KEYS,
          plan -> plan.teacher().foreign());

  /** The keys of what is trained, which teachers from elsewhere do not have. */
  static final List<Entry<RolePlan>> TRAINED =
      List.of(NETWORK, OBJECTIVES, ALPHAS, ANCHOR, MULTIPLIERS, RECIPES, TRAIN, POST_SHIFT);

  static final List<Entry<StudyPlan>> TEACHER = teacher();
  static final List<Entry<StudyPlan>> STUDENT = student();

  private RoleKeys() {}

  private static List<Entry<StudyPlan>> teacher() {
    List<Entry<RolePlan>> before = List.of(NETWORK, OBJECTIVES, ALPHAS);
    List<Entry<RolePlan>> after = List.of(ANCHOR, MULTIPLIERS, RECIPES, TRAIN);
    List<Entry<StudyPlan>> keys =
        new ArrayList<>(
            between(before, SCORES, after, plan -> plan.teacher().trained().orElse(null)));
    keys.add(FOREIGN);
    return List.copyOf(keys);
  }

  private static List<Entry<StudyPlan>> between(
      List<Entry<RolePlan>> before,
      Entry<StudyPlan> ofStudy,
      List<Entry<RolePlan>> after,
      Entry.Value<StudyPlan, RolePlan> role) {
    List<Entry<StudyPlan>> keys = new ArrayList<>(Entry.within(before, role));
    keys.add(ofStudy);
    keys.addAll(Entry.within(after, role));
    return List.copyOf(keys);
  }

  private static List<Entry<StudyPlan>> student() {
    List<Entry<RolePlan>> before = new ArrayList<>(List.of(NETWORK, OBJECTIVES, ALPHAS));
    before.addAll(Entry.within(LabelKeys.MIXED, RolePlan::labels));
    List<Entry<RolePlan>> after = List.of(ANCHOR, MULTIPLIERS, RECIPES, TRAIN, POST_SHIFT);
    return between(before, BASELINE, after, StudyPlan::student);
  }

  private static String objective(String text) {
    if (!RolePlan.OBJECTIVES.contains(text)) {
      throw new LimbeckException(
          "no objective '" + text + "'" + DidYouMean.hint(text, RolePlan.OBJECTIVES));
    }
    return text;
  }
}
