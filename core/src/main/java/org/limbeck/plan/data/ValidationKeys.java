package org.limbeck.plan.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.data.DataPlan;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Kind;
import org.limbeck.plan.key.Scalars;
import org.limbeck.plan.key.Section;

/**
 * The section {@code data.validation}, which may also be a share or a file alone.
 *
 * @param share of each class that is held out
 * @param judge share of that which judges; null where the whole split drives and judges
 */
record ValidationKeys(double share, @Nullable Double judge) {
  /** The section, and the option of a source that reads a file. */
  static final String NAME = "validation";

  static final String JUDGE_NAME = "judge";

  /** What the key {@code judge} of the directories of earlier versions stands at. */
  static final String SHARED = "shared";

  private static final Key<DataPlan, Double> SHARE =
      new Key<>(
          "share",
          Kind.NUMBER,
          "Share of each class of that part held out for validation, between 0 and 1;"
              + " by default 0.25 of `train`, 0.5 of `test`. `validation: 0.2` says it alone.",
          data -> data.options().containsKey(NAME) ? null : data.validation());
  private static final Key<DataPlan, String> FILE =
      new Key<>(
          "file",
          Kind.TEXT,
          "The file of the validation split, instead of a share, where the source reads one."
              + " `validation: FILE` says it alone.",
          data -> data.options().get(NAME));
  private static final Key<DataPlan, Optional<Double>> JUDGE =
      new Key<>(
          JUDGE_NAME,
          Kind.scalar(
              "number",
              "a number in [0, 1)",
              ValidationKeys::judge,
              judge -> judge.map(String::valueOf).orElse(SHARED)),
          "Share of each class of validation that judges: no multiplier, temperature, shift or"
              + " choice of an epoch of a run sees it; the rest drives. Classes with fewer than 10"
              + " judging examples make the parts change roles in a second training. Directories"
              + " of earlier versions keep `shared`: the whole split drives and judges.",
          data -> Optional.ofNullable(data.judge()));

  static final Entry.Part<DataPlan, DataPlan> PART =
      new Entry.Part<>(
          NAME,
          "The validation split, and which share of it judges.",
          List.of(SHARE, FILE, JUDGE),
          data -> data);

  private static Optional<Double> judge(String text) {
    if (text.equals(SHARED)) {
      return Optional.empty();
    }
    double share = Scalars.number(text);
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(text);
    }
    return Optional.of(share);
  }

  /** The file that a section names, if it does. */
  static Optional<String> file(Section data) {
    Section section = PART.below(data);
    return FILE.in(section) ? Optional.of(FILE.read(section, "")) : Optional.empty();
  }

  /** Reports that a new study says {@code judge: shared}. */
  static void refuseShared(Section data) {
    Section section = PART.below(data);
    if (JUDGE.in(section) && JUDGE.read(section, Optional.of(0.0)).isEmpty()) {
      JUDGE.problem(
          section,
          "shared is for directories of earlier versions: a student that validation examples drove"
              + " looks better on them than it is; give a share, for example 0.5");
    }
  }

  /**
   * Reads all keys, in either form.
   *
   * @param options of the source, which name the file where there is one
   */
  static ValidationKeys read(Section data, Map<String, String> options, double usualShare) {
    boolean file = options.containsKey(NAME);
    if (!data.isMapping(NAME)) {
      double share = file ? usualShare : alone(data, usualShare);
      return new ValidationKeys(share, DataPlan.USUAL_JUDGE);
    }
    Section section = PART.below(data);
    double share = SHARE.read(section, usualShare);
    if (file) {
      FILE.read(section, "");
      if (SHARE.in(section)) {
        SHARE.problem(section, "there is a file; leave the share out");
      }
    }
    Optional<Double> judge = JUDGE.read(section, Optional.of(DataPlan.USUAL_JUDGE));
    section.finish();
    return new ValidationKeys(share, judge.orElse(null));
  }

  private static double alone(Section data, double usualShare) {
    return Kind.NUMBER.reader().read(data, NAME, usualShare);
  }
}
