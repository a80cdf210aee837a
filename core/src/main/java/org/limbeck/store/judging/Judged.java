package org.limbeck.store.judging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.data.Dataset;
import org.limbeck.data.ValidationParts;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.GroupMetrics;
import org.limbeck.train.Predictions;

/**
 * What a run predicts rightly of the parts of validation that drove nothing of it: of one part for
 * a run that the other drives, of both parts for any other run.
 *
 * @param first of the first part; null where it drove the run
 * @param second of the second part; null where it drove the run
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Judged(@Nullable Counts first, @Nullable Counts second) {

  /** The result of a part; null where it drove the run. */
  public @Nullable Counts of(ValidationParts.Part part) {
    return part == ValidationParts.Part.FIRST ? first : second;
  }

  /**
   * The result of a run's predictions; empty where the data have no parts.
   *
   * @param validation predictions of the whole split
   */
  public static Optional<Judged> of(
      Predictions validation, Dataset data, @Nullable Driving driving) {
    return data.parts()
        .map(
            parts ->
                new Judged(
                    unlessDriving(ValidationParts.Part.FIRST, validation, data, parts, driving),
                    unlessDriving(ValidationParts.Part.SECOND, validation, data, parts, driving)));
  }

  private static @Nullable Counts unlessDriving(
      ValidationParts.Part part,
      Predictions validation,
      Dataset data,
      ValidationParts parts,
      @Nullable Driving driving) {
    return driving != null && driving.part() == part
        ? null
        : Counts.of(validation.select(parts.rows(part)), data.groupNames().size());
  }

  /**
   * Numbers of examples and of those predicted rightly.
   *
   * @param classes of each class
   * @param groups of each group; null where there are none
   * @param classesInGroups of each class in each group, the classes of a group together; null where
   *     there are no groups
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Counts(Hits classes, @Nullable Hits groups, @Nullable Hits classesInGroups) {

    static Counts of(Predictions predictions, int groups) {
      int m = predictions.classes();
      int[] labels = predictions.labels();
      int[] predicted = predictions.predicted();
      var right = new boolean[labels.length];
      for (int i = 0; i < right.length; i++) {
        right[i] = labels[i] == predicted[i];
      }
      if (groups == 0) {
        return new Counts(Hits.of(labels, right, m), null, null);
      }
      int[] group = predictions.groups();
      var cells = new int[labels.length];
      Arrays.setAll(cells, i -> group[i] * m + labels[i]);
      return new Counts(
          Hits.of(labels, right, m),
          Hits.of(group, right, groups),
          Hits.of(cells, right, groups * m));
    }

    /** The same of a whole split. */
    public static Counts of(ClassMetrics metrics, @Nullable GroupMetrics groups) {
      return groups == null
          ? new Counts(Hits.of(metrics), null, null)
          : new Counts(Hits.of(metrics), Hits.of(groups.group()), Hits.of(groups.classInGroup()));
    }

    /** Both together. */
    public Counts and(Counts other) {
      return new Counts(
          classes.and(other.classes),
          Hits.both(groups, other.groups),
          Hits.both(classesInGroups, other.classesInGroups));
    }
  }

  /**
   * Numbers of some parts of the data; a part without examples has no accuracy.
   *
   * @param examples of each
   * @param right those predicted rightly
   */
  public record Hits(List<Integer> examples, List<Integer> right) {
    public Hits {
      examples = List.copyOf(examples);
      right = List.copyOf(right);
    }

    private static Hits of(int[] part, boolean[] right, int parts) {
      var examples = new Integer[parts];
      var rights = new Integer[parts];
      Arrays.fill(examples, 0);
      Arrays.fill(rights, 0);
      for (int i = 0; i < part.length; i++) {
        examples[part[i]]++;
        rights[part[i]] += right[i] ? 1 : 0;
      }
      return new Hits(List.of(examples), List.of(rights));
    }

    private static Hits of(ClassMetrics metrics) {
      List<Integer> right = new ArrayList<>();
      for (int y = 0; y < metrics.classCount().size(); y++) {
        Double accuracy = metrics.classAccuracy().get(y);
        right.add(accuracy == null ? 0 : (int) Math.round(accuracy * metrics.classCount().get(y)));
      }
      return new Hits(metrics.classCount(), right);
    }

    private static @Nullable Hits both(@Nullable Hits one, @Nullable Hits other) {
      return one == null || other == null ? null : one.and(other);
    }

    Hits and(Hits other) {
      List<Integer> examplesOfBoth = new ArrayList<>();
      List<Integer> rightOfBoth = new ArrayList<>();
      for (int i = 0; i < examples.size(); i++) {
        examplesOfBoth.add(examples.get(i) + other.examples.get(i));
        rightOfBoth.add(right.get(i) + other.right.get(i));
      }
      return new Hits(examplesOfBoth, rightOfBoth);
    }
  }
}
