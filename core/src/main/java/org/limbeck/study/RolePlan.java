package org.limbeck.study;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.objective.Anchor;
import org.limbeck.objective.Balanced;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Robust;
import org.limbeck.objective.Standard;
import org.limbeck.train.TrainOptions;

/**
 * What is trained as teacher, or as student.
 *
 * @param network the kind of network
 * @param objectives names, each one of {@code standard}, {@code balanced}, {@code robust}; no
 *     duplicates
 * @param alphas trade-offs of the robust objective, each in [0, 1]; no duplicates
 * @param anchor what alpha = 0 means
 * @param multipliers how the robust objective moves its multipliers
 * @param train how the network is trained
 */
public record RolePlan(
    NetworkSpec network,
    List<String> objectives,
    List<Double> alphas,
    Anchor anchor,
    MultiplierOptions multipliers,
    TrainOptions train) {
  public RolePlan {
    objectives = List.copyOf(objectives);
    alphas = List.copyOf(alphas);
  }

  /** Every objective to train, robust once for each alpha, in the order of the plan. */
  public List<Objective> expanded() {
    List<Objective> all = new ArrayList<>();
    for (String name : objectives) {
      switch (name) {
        case "standard" -> all.add(new Standard());
        case "balanced" -> all.add(new Balanced());
        case "robust" -> alphas.forEach(alpha -> all.add(new Robust(alpha, anchor, multipliers)));
        default -> throw new IllegalArgumentException("no objective '" + name + "'");
      }
    }
    return List.copyOf(all);
  }
}
