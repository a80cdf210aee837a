package org.limbeck.plan.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The recipes that come with Limbeck. */
public enum BuiltIn {
  STANDARD("mean_i sum_y r_y l(y, z)", "empirical risk; of a student, on the teacher's scores"),
  BALANCED(
      "(1/m) sum_y R_y, costs 1/pi", "Menon et al., ICLR 2021, for the teacher's label weights"),
  ROBUST(
      "(1 - alpha) L_bal + alpha max_y R_y",
      "Narasimhan & Menon, NeurIPS 2021; Wang et al., UAI 2023"),
  DISTILLATION(
      "(1 - mix) l(y, z) + mix T^2 l(softmax(t/T), z/T), mix 0.5, T 2, raw scores",
      "Hinton, Vinyals & Dean, 2015"),
  GROUP_DRO(
      "sum_y lambda_y R_y by re-weighting, lambda from training batches, gamma 0.01; no teacher",
      "Sagawa et al., ICLR 2020"),
  LOGIT_ADJUSTMENT("l(y, z + log pi); no teacher", "Menon et al., ICLR 2021"),
  LDAM_DRW(
      "margins 15 (n_y / min n)^-1/4, effective-number weights from 80 % of the training; no teacher",
      "Cao et al., NeurIPS 2019"),
  BKD(
      "mix 0.5 of l(y, z) and T^2 l(normalise(w softmax(t/T)), z/T), T 2, w effective-number",
      "Zhang et al., Balanced knowledge distillation for long-tailed learning, 2021"),
  ADA_ALPHA(
      "r = (1 - alpha_y) one-hot + alpha_y p^t, alpha_y the teacher's mean margin on class y",
      "Lukasik et al., Teacher's pet, 2021 (from general knowledge)"),
  ADA_MARGIN(
      "the teacher's mean margin on class y as margin of class y",
      "Lukasik et al., Teacher's pet, 2021 (from general knowledge)"),
  ADV_SHIFT(
      "max over KL(q || pi) <= 0.1 of sum_y q_y R_y by re-weighting; no teacher",
      "Zhang et al., ICLR 2021"),
  POST_SHIFT(
      "standard, then argmax_y g_y p_y / pi_y, g on validation within KL(g || uniform) <= delta",
      "Narasimhan & Menon, NeurIPS 2021; Wei et al., ICLR 2023"),
  TEMPERATURE(
      "standard, then one temperature fitted on validation; predictions stay",
      "Guo et al., ICML 2017");

  private final String formula;
  private final String source;

  BuiltIn(String formula, String source) {
    this.formula = formula;
    this.source = source;
  }

  /** The name in study files: {@code logit-adjustment}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it minimises, in a line. */
  public String formula() {
    return formula;
  }

  /** Where it comes from. */
  public String source() {
    return source;
  }

  /** Whether it can train a teacher too. */
  public boolean forTeachers() {
    return switch (this) {
      case STANDARD, BALANCED, ROBUST, GROUP_DRO, LOGIT_ADJUSTMENT, LDAM_DRW, ADV_SHIFT -> true;
      case DISTILLATION, BKD, ADA_ALPHA, ADA_MARGIN, POST_SHIFT, TEMPERATURE -> false;
    };
  }

  /** All names, in the order of this list. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(BuiltIn::label).toList();
  }
}
