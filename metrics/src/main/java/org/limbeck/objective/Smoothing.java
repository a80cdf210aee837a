package org.limbeck.objective;

/** How class risks on few validation examples are drawn towards their mean before they count. */
public sealed interface Smoothing {
  /** They are not. */
  Smoothing NONE = new PseudoExamples(0);

  /** Empirical Bayes. */
  Smoothing AUTO = new EmpiricalBayes();

  /**
   * The risks after smoothing.
   *
   * @param risk R_y, one for each class
   * @param mass n_y = sum_i r_iy, one for each class, each &gt; 0
   */
  double[] of(double[] risk, double[] mass);

  /**
   * Each class gets more examples at the mean risk ({@link ClassRisk#smoothed}).
   *
   * @param count finite, &gt;= 0; 0 changes nothing
   */
  record PseudoExamples(double count) implements Smoothing {
    public PseudoExamples {
      if (!(count >= 0 && count < Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "smoothing: expected a finite number, 0 or more, found " + count);
      }
    }

    @Override
    public double[] of(double[] risk, double[] mass) {
      return ClassRisk.smoothed(risk, mass, count);
    }
  }

  /** The part of the spread that sampling explains is taken out ({@link ShrunkRisk}). */
  record EmpiricalBayes() implements Smoothing {
    @Override
    public double[] of(double[] risk, double[] mass) {
      return ShrunkRisk.of(risk, mass).values();
    }
  }
}
