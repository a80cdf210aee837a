package org.limbeck.store;

import static org.limbeck.store.RunIdentity.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.limbeck.objective.MultiplierOptions;
import org.limbeck.objective.Smoothing;
import org.limbeck.objective.StepSize;
import org.limbeck.plan.recipe.AdvShiftCosts;
import org.limbeck.plan.recipe.Costs;
import org.limbeck.plan.recipe.MarginOptions;
import org.limbeck.plan.recipe.PostHocOptions;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.recipe.RobustCosts;
import org.limbeck.teacher.LabelOptions;

/** The part of a {@link RunIdentity} that says what a run's recipe, or its teacher's, is. */
final class RecipeIdentity {
  private RecipeIdentity() {}

  static ObjectNode of(Recipe recipe) {
    return object()
        .<ObjectNode>set("costs", of(recipe.costs()))
        .<ObjectNode>set("labels", of(recipe.labels()))
        .<ObjectNode>set("margins", of(recipe.margins()))
        .put("name", recipe.name())
        .<ObjectNode>set("postHoc", of(recipe.postHoc()))
        .put("variant", recipe.variant());
  }

  private static ObjectNode of(Costs costs) {
    RobustCosts robust = costs instanceof RobustCosts found ? found : null;
    AdvShiftCosts shift = costs instanceof AdvShiftCosts found ? found : null;
    ObjectNode node =
        object()
            .put("alpha", robust == null ? null : robust.alpha())
            .put("anchor", robust == null ? null : IdentityNames.of(robust.anchor()))
            .put("clip", shift == null ? null : shift.clip())
            .put("form", IdentityNames.of(costs.form()))
            .put("from", costs.from())
            .set("multipliers", costs.moving().map(RecipeIdentity::of).orElse(null));
    String parts = IdentityNames.of(costs.by());
    if (parts != null) {
      node.put("parts", parts);
    }
    return node.put("radius", shift == null ? null : shift.radius()).put("rule", costs.rule());
  }

  private static ObjectNode of(MultiplierOptions multipliers) {
    ObjectNode node = object().put("floor", multipliers.floor());
    if (multipliers.gamma() instanceof StepSize.Budget budget) {
      node.put("gammaBudget", budget.total());
    } else {
      node.put("gamma", multipliers.gamma().of(1));
    }
    node.put("measure", IdentityNames.of(multipliers.measure()))
        .put("memory", IdentityNames.of(multipliers.memory()));
    Smoothing smoothing = multipliers.smoothing();
    if (smoothing instanceof Smoothing.PseudoExamples pseudo && pseudo.count() > 0) {
      node.put("pseudoExamples", pseudo.count());
    }
    node.put("sample", multipliers.sample());
    if (smoothing instanceof Smoothing.EmpiricalBayes) {
      node.put("smoothing", "EMPIRICAL_BAYES");
    }
    node.put("source", IdentityNames.of(multipliers.source()))
        .put("updateEvery", multipliers.updateEvery())
        .put("validationLabels", IdentityNames.of(multipliers.validationLabels()));
    if (multipliers.validationLabels() == MultiplierOptions.ValidationLabels.TEACHER) {
      node.put("validationPrior", "CARRIED"); // earlier versions left the prior of training
    }
    if (multipliers.worstK() != 1) {
      node.put("worstK", multipliers.worstK()); // 0: the usual number for the classes there are
    }
    return node;
  }

  private static ObjectNode of(LabelOptions labels) {
    return object()
        .put("mix", labels.mix())
        .put("scores", labels.scores() == null ? null : IdentityNames.of(labels.scores()))
        .put("source", IdentityNames.of(labels.source()))
        .put("temperature", labels.temperature());
  }

  private static ObjectNode of(MarginOptions margins) {
    return object().put("rule", margins.rule()).put("scale", margins.scale());
  }

  private static ObjectNode of(PostHocOptions postHoc) {
    return object()
        .put("delta", postHoc.delta())
        .put("of", postHoc.of())
        .put("ofVariant", postHoc.ofVariant())
        .put("rule", IdentityNames.of(postHoc.rule()));
  }
}
