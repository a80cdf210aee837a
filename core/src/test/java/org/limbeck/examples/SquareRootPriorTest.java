package org.limbeck.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.limbeck.objective.ClassFacts;
import org.limbeck.objective.ClassPrior;
import org.limbeck.objective.Objective;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;

/** A class rule from outside is found and used by a study file. */
class SquareRootPriorTest {
  @Test
  void recipe_namingTheRule_hasItsCosts() {
    StudyPlan plan =
        StudyYaml.parse(
            """
            name: half-way
            data: {source: digits}
            seeds: [0]
            teacher: {network: mlp 16}
            student: {network: mlp 8, recipes: [{name: half-way, costs: square-root-prior}]}
            """,
            "half-way.yaml",
            Path.of(""));
    ClassPrior prior = ClassPrior.of(0.64, 0.36);
    Objective objective = plan.student().expanded().get(0).objective(ClassFacts.of(prior, 100));
    double[] costs = objective.costs(prior, new double[0]);
    assertThat(costs[1] / costs[0]).isCloseTo(0.8 / 0.6, within(1e-12));
  }
}
