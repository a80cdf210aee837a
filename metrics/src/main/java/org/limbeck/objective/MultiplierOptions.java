package org.limbeck.objective;

/**
 * How the robust objective moves its multipliers (docs/method.md, section 2).
 *
 * @param gamma step size of one exponentiated-gradient update; a budget needs the measure {@link
 *     Measure#ZERO_ONE} and the memory {@link Memory#ACCUMULATE}
 * @param updateEvery training steps between updates, or 0 for one update at the end of each epoch
 * @param measure what is measured on the validation split
 * @param validationLabels the label weights of the validation split
 * @param memory whether earlier risks are remembered
 * @param sample validation examples that one update between epochs looks at, taken in turn and
 *     evenly from all classes, at least one of each; 0 for the whole split
 * @param floor share of the uniform distribution mixed into the multipliers, in [0, 1)
 * @param source where the class risks are measured
 * @param smoothing what becomes of class risks on few validation examples
 * @param worstK the number of worst classes that share the multipliers ({@link WorstClasses}); 0
 *     for the usual number for the classes there are
 */
public record MultiplierOptions(
    StepSize gamma,
    int updateEvery,
    Measure measure,
    ValidationLabels validationLabels,
    Memory memory,
    double floor,
    int sample,
    RiskSource source,
    Smoothing smoothing,
    int worstK) {

  /** Chosen by measurement: docs/results/choice.md, and docs/design-decisions.md, "Defaults". */
  public static final MultiplierOptions DEFAULT =
      new MultiplierOptions(
          StepSize.AUTO,
          16,
          Measure.ZERO_ONE,
          ValidationLabels.ONE_HOT,
          Memory.ACCUMULATE,
          0.0,
          0,
          RiskSource.VALIDATION,
          Smoothing.AUTO,
          0);

  /**
   * The same for image networks, whose whole validation split takes long to score; not tuned. An
   * update looks at few examples of each class, and shrinking each look would hide what many looks
   * together show.
   */
  public static final MultiplierOptions IMAGES =
      builder().updateEvery(32).sample(160).smoothing(Smoothing.NONE).build();

  /** Starts from {@link #DEFAULT}. */
  public static MultiplierOptionsBuilder builder() {
    return DEFAULT.toBuilder();
  }

  /** Starts from these options. */
  public MultiplierOptionsBuilder toBuilder() {
    return new MultiplierOptionsBuilder(this);
  }

  /** One update each step with the cross-entropy of its batch. */
  public static MultiplierOptions onBatches(double gamma) {
    return builder()
        .gamma(gamma)
        .updateEvery(1)
        .measure(Measure.CROSS_ENTROPY)
        .source(RiskSource.TRAINING_BATCH)
        .worstK(1)
        .build();
  }

  /**
   * The same with other pseudo-examples.
   *
   * @param examples &gt;= 0
   */
  public MultiplierOptions smoothed(double examples) {
    return toBuilder().smoothing(new Smoothing.PseudoExamples(examples)).build();
  }

  /**
   * The same for one training: the budget is a step size, and worst-k a number.
   *
   * @param updates that the training makes in all
   * @param parts of the data that have a multiplier each
   */
  public MultiplierOptions resolved(long updates, int parts) {
    return toBuilder()
        .gamma(new StepSize.Fixed(gamma.of(updates)))
        .worstK(worstK == 0 ? WorstClasses.usual(parts) : worstK)
        .build();
  }

  public MultiplierOptions {
    if (gamma instanceof StepSize.Budget
        && (measure != Measure.ZERO_ONE || memory != Memory.ACCUMULATE)) {
      throw new IllegalArgumentException(
          "gamma: auto is for the measure zero-one with memory accumulate; give a number");
    }
    if (worstK < 0) {
      throw new IllegalArgumentException("worstK: expected 0 or more, found " + worstK);
    }
    if (updateEvery < 0) {
      throw new IllegalArgumentException("updateEvery: expected 0 or more, found " + updateEvery);
    }
    if (sample < 0) {
      throw new IllegalArgumentException("sample: expected 0 or more, found " + sample);
    }
    if (!(floor >= 0 && floor < 1)) {
      throw new IllegalArgumentException("floor: expected [0, 1), found " + floor);
    }
    if (source == RiskSource.TRAINING_BATCH && updateEvery != 1) {
      throw new IllegalArgumentException(
          "updateEvery: expected 1 where risks are those of training batches, found "
              + updateEvery);
    }
    if (source == RiskSource.TRAINING_BATCH && measure != Measure.CROSS_ENTROPY) {
      throw new IllegalArgumentException(
          "measure: expected cross-entropy where risks are those of training batches");
    }
    requireSmoothing(smoothing, measure, source);
  }

  private static void requireSmoothing(Smoothing smoothing, Measure measure, RiskSource source) {
    if (source == RiskSource.TRAINING_BATCH && !smoothing.equals(Smoothing.NONE)) {
      throw new IllegalArgumentException(
          "smoothing: expected 0 where risks are those of training batches, found " + smoothing);
    }
    if (smoothing instanceof Smoothing.EmpiricalBayes && measure != Measure.ZERO_ONE) {
      throw new IllegalArgumentException(
          "smoothing: auto is for shares of errors, the measure zero-one; give a number");
    }
  }

  /** Where the class risks that move the multipliers are measured. */
  public enum RiskSource {
    /** The held-out validation split: a network that fits its training data still errs there. */
    VALIDATION,
    /** The batch of each training step, as group DRO and AdvShift do. */
    TRAINING_BATCH
  }

  /** Which label weights the validation split carries when it drives a student's multipliers. */
  public enum ValidationLabels {
    /** The labels themselves. */
    ONE_HOT,
    /** The teacher's probabilities; only a student has them. */
    TEACHER
  }

  /** Whether the multipliers remember earlier class risks. */
  public enum Memory {
    /** lambda_y is multiplied by exp(gamma V_y) at each update. */
    ACCUMULATE,
    /** lambda_y is proportional to exp(gamma V_y) of the newest risks alone. */
    MEMORYLESS
  }

  /** What a class risk on the validation split measures when it drives the multipliers. */
  public enum Measure {
    /** The share of the class's weight that is predicted wrongly, in [0, 1]. */
    ZERO_ONE,
    /** The cross-entropy of the raw scores in nats; unbounded, so it needs a smaller gamma. */
    CROSS_ENTROPY
  }
}
