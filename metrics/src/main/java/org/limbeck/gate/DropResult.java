package org.limbeck.gate;

import org.jspecify.annotations.Nullable;

/**
 * How a candidate differs from its baseline in one class, beside the verdict on its drop.
 *
 * @param baselineOnly b, the examples that only the baseline has right
 * @param candidateOnly c, the examples that only the candidate has right
 * @param mcnemarTwoSided p-value of McNemar's exact test that both are equally good
 * @param mcnemarWorse p-value of the one-sided test, small where the candidate is worse
 * @param mcnemarHolm the one-sided p-value corrected for the number of classes (Holm)
 * @param significantlyWorse whether that is at most d: an alarm, which changes no verdict
 * @param examplesWithoutChange the least number of examples with which the drop could hold if no
 *     prediction changed; {@code null} for a margin of 0
 */
public record DropResult(
    int baselineOnly,
    int candidateOnly,
    double mcnemarTwoSided,
    double mcnemarWorse,
    double mcnemarHolm,
    boolean significantlyWorse,
    @Nullable Integer examplesWithoutChange) {
  DropResult corrected(double holm, double d) {
    return new DropResult(
        baselineOnly,
        candidateOnly,
        mcnemarTwoSided,
        mcnemarWorse,
        holm,
        holm <= d,
        examplesWithoutChange);
  }
}
