package org.limbeck.objective;

/** Makes {@link MultiplierOptions}, which explains each of them. */
public final class MultiplierOptionsBuilder {
  private StepSize gamma;
  private int updateEvery;
  private MultiplierOptions.Measure measure;
  private MultiplierOptions.ValidationLabels validationLabels;
  private MultiplierOptions.Memory memory;
  private double floor;
  private int sample;
  private MultiplierOptions.RiskSource source;
  private Smoothing smoothing;
  private int worstK;

  MultiplierOptionsBuilder(MultiplierOptions start) {
    gamma = start.gamma();
    updateEvery = start.updateEvery();
    measure = start.measure();
    validationLabels = start.validationLabels();
    memory = start.memory();
    floor = start.floor();
    sample = start.sample();
    source = start.source();
    smoothing = start.smoothing();
    worstK = start.worstK();
  }

  /** The same step size of each update, &gt; 0. */
  public MultiplierOptionsBuilder gamma(double value) {
    return gamma(new StepSize.Fixed(value));
  }

  /** Step size of one update. */
  public MultiplierOptionsBuilder gamma(StepSize value) {
    gamma = value;
    return this;
  }

  /** Training steps between updates; 0 for one update at the end of each epoch. */
  public MultiplierOptionsBuilder updateEvery(int value) {
    updateEvery = value;
    return this;
  }

  /** What is measured; with anything but shares of errors, {@link Smoothing#AUTO} ends. */
  public MultiplierOptionsBuilder measure(MultiplierOptions.Measure value) {
    measure = value;
    if (value != MultiplierOptions.Measure.ZERO_ONE
        && smoothing instanceof Smoothing.EmpiricalBayes) {
      smoothing = Smoothing.NONE;
    }
    return this;
  }

  /** The label weights of the validation split. */
  public MultiplierOptionsBuilder validationLabels(MultiplierOptions.ValidationLabels value) {
    validationLabels = value;
    return this;
  }

  /** Whether earlier risks are remembered. */
  public MultiplierOptionsBuilder memory(MultiplierOptions.Memory value) {
    memory = value;
    return this;
  }

  /** Share of the uniform distribution, in [0, 1). */
  public MultiplierOptionsBuilder floor(double value) {
    floor = value;
    return this;
  }

  /** Validation examples of one update; 0 for all. */
  public MultiplierOptionsBuilder sample(int value) {
    sample = value;
    return this;
  }

  /** Where the class risks are measured. */
  public MultiplierOptionsBuilder source(MultiplierOptions.RiskSource value) {
    source = value;
    return this;
  }

  /** What becomes of class risks on few validation examples. */
  public MultiplierOptionsBuilder smoothing(Smoothing value) {
    smoothing = value;
    return this;
  }

  /** The number of worst classes that share the multipliers; 0 for the usual number. */
  public MultiplierOptionsBuilder worstK(int value) {
    worstK = value;
    return this;
  }

  /**
   * The options.
   *
   * @throws IllegalArgumentException naming an option that is out of its range or contradicts
   *     another
   */
  public MultiplierOptions build() {
    return new MultiplierOptions(
        gamma,
        updateEvery,
        measure,
        validationLabels,
        memory,
        floor,
        sample,
        source,
        smoothing,
        worstK);
  }
}
