package org.limbeck.objective;

import java.util.Arrays;
import java.util.List;

/**
 * The facts about the training split from which a {@link ClassRule} computes its values.
 *
 * @param prior pi of the label weights
 * @param examples n
 * @param teacherMargins mean over the examples of class y of p^t_y(x) - mean_{j != y} p^t_j(x), in
 *     [-1/(m-1), 1]; all 1 without a teacher, as for a teacher that is sure and right
 */
public record ClassFacts(ClassPrior prior, int examples, List<Double> teacherMargins) {
  public ClassFacts {
    prior.checkClasses(teacherMargins.size());
    teacherMargins = List.copyOf(teacherMargins);
  }

  /** The facts without a teacher. */
  public static ClassFacts of(ClassPrior prior, int examples) {
    var ones = new Double[prior.classes()];
    Arrays.fill(ones, 1.0);
    return new ClassFacts(prior, examples, List.of(ones));
  }

  /** The number of classes m. */
  public int classes() {
    return prior.classes();
  }

  /** n_y = n pi_y: of soft label weights not a whole number. */
  public double count(int y) {
    return examples * prior.of(y);
  }
}
