package org.limbeck.gate;

/**
 * How a candidate differs from its baseline in one class, beside the verdict on its drop.
 *
 * @param baselineOnly b, the examples that only the baseline has right
 * @param candidateOnly c, the examples that only the candidate has right
 * @param mcnemarTwoSided p-value of McNemar's exact test that both are equally good
 * @param mcnemarWorse p-value of the one-sided test, small where the candidate is worse
 * @param mcnemarHolm the one-sided p-value corrected for the number of classes (Holm)
 * @param significantlyWorse whether that is at most d: an alarm, which changes no verdict
 */
public record DropResult(
    int baselineOnly,
    int candidateOnly,
    double mcnemarTwoSided,
    double mcnemarWorse,
    double mcnemarHolm,
    boolean significantlyWorse) {
  DropResult corrected(double holm, double d) {
    return new DropResult(
        baselineOnly, candidateOnly, mcnemarTwoSided, mcnemarWorse, holm, holm <= d);
  }
}
