package org.limbeck.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.limbeck.metric.BootstrapFront;
import org.limbeck.metric.ParetoFront;

/** The front of the students of a study over accuracy and worst-class accuracy on test. */
final class Fronts {
  private final Map<String, FrontPlace> places = new HashMap<>();

  Fronts(List<Combination> students) {
    double[][] accuracy = values(students, SplitMetric.ACCURACY);
    double[][] worstClass = values(students, SplitMetric.WORST_CLASS_ACCURACY);
    Set<Integer> front =
        Arrays.stream(ParetoFront.of(means(accuracy), means(worstClass)))
            .boxed()
            .collect(Collectors.toSet());
    Optional<BootstrapFront> bootstrap =
        sameSeeds(students) ? BootstrapFront.of(accuracy, worstClass) : Optional.empty();
    for (int i = 0; i < students.size(); i++) {
      int index = i;
      Double share = bootstrap.map(shares -> shares.shares().get(index)).orElse(null);
      places.put(students.get(i).label(), new FrontPlace(front.contains(i), share));
    }
  }

  /** The place of one combination. */
  FrontPlace of(Combination combination) {
    return places.getOrDefault(combination.label(), FrontPlace.NONE);
  }

  private static boolean sameSeeds(List<Combination> students) {
    return students.stream().map(Combination::seeds).distinct().count() == 1;
  }

  private static double[][] values(List<Combination> students, SplitMetric metric) {
    return students.stream().map(student -> student.test(metric)).toArray(double[][]::new);
  }

  private static double[] means(double[][] values) {
    return Arrays.stream(values)
        .mapToDouble(row -> Arrays.stream(row).average().orElseThrow())
        .toArray();
  }
}
