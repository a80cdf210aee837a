package org.limbeck.objective;

import java.util.Arrays;

/**
 * Class errors shrunk towards their mean by empirical Bayes.
 *
 * <p>With errors e_y of n_y examples, centre e = mean_y e_y and sampling variance sigma2_y = e (1 -
 * e) / n_y, the variance between classes is tau2 = max(0, sample variance of e_y - mean_y
 * sigma2_y), and the shrunk error is e + tau2 / (tau2 + sigma2_y) (e_y - e). Errors that spread no
 * more than sampling explains become equal, and multipliers driven by them stay uniform: the robust
 * objective is the balanced one then. Source: docs/method.md, section 2.
 *
 * @param centre e
 * @param betweenVariance tau2, &gt;= 0
 * @param values one for each class
 */
@SuppressWarnings("ArrayRecordComponent") // read at once, never compared
public record ShrunkRisk(double centre, double betweenVariance, double[] values) {
  /**
   * The shrunk errors.
   *
   * @param error e_y, each in [0, 1]; two or more
   * @param examples n_y, each &gt; 0, not necessarily whole
   */
  public static ShrunkRisk of(double[] error, double[] examples) {
    if (error.length < 2 || error.length != examples.length) {
      throw new IllegalArgumentException(
          "expected the errors and examples of two classes or more, found %d and %d"
              .formatted(error.length, examples.length));
    }
    double centre = Arrays.stream(error).average().orElseThrow();
    double[] sampling = Arrays.stream(examples).map(n -> centre * (1 - centre) / n).toArray();
    double spread =
        Arrays.stream(error).map(e -> (e - centre) * (e - centre)).sum() / (error.length - 1);
    double between = Math.max(0, spread - Arrays.stream(sampling).average().orElseThrow());
    var shrunk = new double[error.length];
    for (int y = 0; y < shrunk.length; y++) {
      // Without variance of either kind all errors are equal already.
      double kept = between > 0 ? between / (between + sampling[y]) : 0;
      shrunk[y] = centre + kept * (error[y] - centre);
    }
    return new ShrunkRisk(centre, between, shrunk);
  }
}
