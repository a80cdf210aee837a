package org.limbeck.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.limbeck.objective.Strata;
import org.limbeck.objective.WorstClasses;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.store.judging.Judged;

/**
 * What students are judged by: the accuracy of the worst class, group or class in a group, and of
 * many classes the mean over the worst k. Parts without judging examples are left out.
 *
 * @param metric the same on a whole split
 * @param k the number of worst parts that are averaged
 */
public record JudgedMeasure(SplitMetric metric, int k) {

  /** The measure of a study. */
  public static JudgedMeasure of(SelectionPlan plan, int classes) {
    int k = plan.by() == Strata.By.CLASS ? WorstClasses.usual(classes) : 1;
    return new JudgedMeasure(k > 1 ? SplitMetric.WORST_K_ACCURACY : SplitMetric.chosenBy(plan), k);
  }

  /** What sentences call it. */
  public String words() {
    return k > 1 ? "mean accuracy of the worst %d classes".formatted(k) : metric.words();
  }

  /**
   * The measure of one run, in [0, 1].
   *
   * @throws IllegalArgumentException if there are no examples
   */
  double of(Judged.Counts counts) {
    return worst(counts).stream().mapToDouble(Share::accuracy).average().orElseThrow();
  }

  /**
   * The binomial standard error of the measure of one run, as if the worst parts were known
   * beforehand. Each share counts one example right and one wrong more than there are: 5 of 5 right
   * is no certainty.
   */
  double standardError(Judged.Counts counts) {
    List<Share> worst = worst(counts);
    double variance = worst.stream().mapToDouble(Share::variance).sum();
    return Math.sqrt(variance) / worst.size();
  }

  /** The number of examples of the worst part. */
  int examples(Judged.Counts counts) {
    return worst(counts).get(0).examples();
  }

  /** The index of the worst part. */
  int worstPart(Judged.Counts counts) {
    return worst(counts).get(0).part();
  }

  /** The share of all examples that are predicted rightly. */
  static double accuracy(Judged.Counts counts) {
    double examples = counts.classes().examples().stream().mapToInt(Integer::intValue).sum();
    return counts.classes().right().stream().mapToInt(Integer::intValue).sum() / examples;
  }

  private List<Share> worst(Judged.Counts counts) {
    Judged.Hits hits = hits(counts);
    List<Share> shares = new ArrayList<>();
    for (int part = 0; part < hits.examples().size(); part++) {
      if (hits.examples().get(part) > 0) {
        shares.add(new Share(part, hits.right().get(part), hits.examples().get(part)));
      }
    }
    if (shares.isEmpty()) {
      throw new IllegalArgumentException("expected examples that judge, found none");
    }
    shares.sort(Comparator.comparingDouble(Share::accuracy)); // the lowest index of equal ones
    return shares.subList(0, Math.min(k, shares.size()));
  }

  private Judged.Hits hits(Judged.Counts counts) {
    return switch (metric) {
      case WORST_GROUP_ACCURACY -> Objects.requireNonNull(counts.groups(), "no groups");
      case WORST_CLASS_IN_GROUP_ACCURACY ->
          Objects.requireNonNull(counts.classesInGroups(), "no groups");
      default -> counts.classes();
    };
  }

  /** A part of the data with the number of its examples that are predicted rightly. */
  private record Share(int part, int right, int examples) {
    double accuracy() {
      return (double) right / examples;
    }

    double variance() {
      double smoothed = (right + 1.0) / (examples + 2.0);
      return smoothed * (1 - smoothed) / examples;
    }
  }
}
