package org.limbeck.compare;

import java.util.List;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.GroupMetrics;
import org.limbeck.store.RunRecord;
import org.limbeck.store.SplitResult;
import org.limbeck.store.judging.Judged;

/**
 * The class, group or class in a group that a metric of the worst one is about, in one run.
 *
 * @param name of it, as sentences call it: {@code class 9}
 * @param examples of it in the split
 */
record WorstPart(String name, int examples) {
  /** The part of a run's validation split that the run is chosen by. */
  static WorstPart onValidation(RunRecord run, SplitMetric chosenBy) {
    SplitResult validation = run.validation();
    List<String> classes = run.data().classNames();
    GroupMetrics groups = validation.groups();
    if (groups == null || !chosenBy.ofGroups()) {
      return of(validation.metrics(), named("class ", classes));
    }
    return chosenBy == SplitMetric.WORST_GROUP_ACCURACY
        ? of(groups.group(), named("group ", groups.names()))
        : of(groups.classInGroup(), names(groups, classes));
  }

  /** The part of what judges a run that the run is chosen by. */
  static WorstPart judged(RunRecord run, Judged.Counts counts, JudgedMeasure measure) {
    int worst = measure.worstPart(counts);
    return new WorstPart(names(run, measure.metric()).get(worst), measure.examples(counts));
  }

  private static List<String> names(RunRecord run, SplitMetric metric) {
    List<String> classes = run.data().classNames();
    GroupMetrics groups = run.validation().groups();
    if (groups == null || !metric.ofGroups()) {
      return named("class ", classes);
    }
    return metric == SplitMetric.WORST_GROUP_ACCURACY
        ? named("group ", groups.names())
        : names(groups, classes);
  }

  private static WorstPart of(ClassMetrics parts, List<String> names) {
    int worst = parts.worstClass();
    return new WorstPart(names.get(worst), parts.classCount().get(worst));
  }

  private static List<String> named(String before, List<String> names) {
    return names.stream().map(name -> before + name).toList();
  }

  private static List<String> names(GroupMetrics groups, List<String> classes) {
    return groups.names().stream()
        .flatMap(group -> named("group " + group + ", class ", classes).stream())
        .toList();
  }
}
