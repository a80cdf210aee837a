package org.limbeck.study;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.ClassTally;
import org.limbeck.objective.By;
import org.limbeck.objective.Strata;
import org.limbeck.train.Predictions;

/**
 * How good predictions are in each group, and on each class in each group; with the number of
 * examples and an exact bound for each, so that small ones are seen to be small.
 *
 * @param names of the groups
 * @param group metrics whose classes are the groups
 * @param classInGroup metrics whose classes are the classes in each group, {@code group m + class};
 *     absent where a group has none of a class
 */
public record GroupMetrics(List<String> names, ClassMetrics group, ClassMetrics classInGroup) {
  public GroupMetrics {
    names = List.copyOf(names);
  }

  /** The metrics of some predictions with groups. */
  public static GroupMetrics of(Predictions predictions, List<String> names) {
    List<String> classes = Collections.nCopies(predictions.classes(), "");
    return new GroupMetrics(
        names,
        of(new Strata(By.GROUP, classes, names), predictions),
        of(new Strata(By.CLASS_AND_GROUP, classes, names), predictions));
  }

  private static ClassMetrics of(Strata strata, Predictions predictions) {
    int[] labels = strata.labels(predictions.labels(), predictions.groups());
    int[] predicted = predictions.predicted();
    var hits = new int[labels.length];
    for (int i = 0; i < hits.length; i++) {
      boolean right = predicted[i] == predictions.labels()[i];
      hits[i] = right ? labels[i] : (labels[i] + 1) % strata.size();
    }
    return ClassMetrics.of(
        ClassTally.of(strata.size(), labels, hits), SplitResult.CONFIDENCE, OptionalInt.empty());
  }
}
