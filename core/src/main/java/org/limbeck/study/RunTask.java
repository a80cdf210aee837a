package org.limbeck.study;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.data.Dataset;
import org.limbeck.data.Examples;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.recipe.PostHocOptions;
import org.limbeck.store.PlannedRun;
import org.limbeck.store.RunSpec;
import org.limbeck.store.judging.Driving;
import org.limbeck.teacher.foreign.ForeignTeacher;

/**
 * A run to do, with the plan and the data that its spec only names.
 *
 * @param planned the run
 * @param plan of its role; null for a foreign teacher
 * @param data the splits
 * @param foreign the foreign teacher that it is, or that it learns from; null without one
 */
record RunTask(
    PlannedRun planned, @Nullable RolePlan plan, Dataset data, @Nullable ForeignTeacher foreign) {
  /** Below this size a step takes the same time whatever the network. */
  private static final double SMALL = 20_000;

  /**
   * A rule after training takes about as long as this number of epochs of a small network on a
   * table.
   */
  private static final double SHIFT_OF_ROWS = 50;

  private static final double SHIFT_OF_IMAGES = 1;

  /** The scores of a foreign teacher take as long as its size makes them, which is not known. */
  private static final double SCORING = 50;

  /** The run's id. */
  String id() {
    return planned.id();
  }

  /** What decides the outcome. */
  RunSpec spec() {
    return planned.spec();
  }

  /** Whether a foreign teacher scores the examples. */
  boolean scores() {
    return spec().foreign() != null;
  }

  /** The foreign teacher of such a run, or of a student that has one. */
  ForeignTeacher foreignTeacher() {
    return Objects.requireNonNull(foreign, "no foreign teacher");
  }

  /**
   * Whether a network is trained; if not, a trained one's scores are changed, or a foreign teacher
   * scores.
   */
  boolean trains() {
    return !scores() && spec().recipe().postHoc().rule() == PostHocOptions.Rule.NONE;
  }

  /** The id of the run whose network a post-hoc rule changes. */
  String trainedId() {
    return Objects.requireNonNull(planned.needs(), "a run that is trained");
  }

  /** The validation examples that may drive the run: a part, or all where nothing is driven. */
  Examples driving() {
    return drivingRows().map(data.validation()::select).orElse(data.validation());
  }

  /** Their rows in the validation split; empty for all. */
  Optional<int[]> drivingRows() {
    Driving driving = spec().driving();
    return driving == null
        ? Optional.empty()
        : data.parts().map(parts -> parts.driving(driving.part()));
  }

  private RolePlan role() {
    return Objects.requireNonNull(plan, "a foreign teacher has no plan of a role");
  }

  /** What is trained. */
  NetworkDescription network() {
    return NetworkDescription.of(
        role().network(), data.shape(), data.classes(), data.normalisation());
  }

  /** About how long an epoch takes, in units that are the same for all runs of a study. */
  double workOfAnEpoch() {
    return Math.max(1, network().parameters() / SMALL);
  }

  /** About how long the run takes, in the same units. */
  double work() {
    if (trains()) {
      return spec().training().epochs() * workOfAnEpoch();
    }
    if (scores()) {
      return SCORING;
    }
    return role().network().forImages() ? SHIFT_OF_IMAGES : SHIFT_OF_ROWS;
  }
}
