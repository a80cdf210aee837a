package org.limbeck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {
  @Test
  void midRanks_ties_shareTheMeanRank() {
    assertThat(MidRanks.of(new double[] {3, 1, 3, 0, 3})).containsExactly(4, 2, 4, 1, 4);
    assertThat(MidRanks.of(new double[] {7, 7})).containsExactly(1.5, 1.5);
    assertThat(MidRanks.of(new double[0])).isEmpty();
  }

  /** The example in scipy's documentation of spearmanr. */
  @Test
  void of_ties_isWhatScipyPrints() {
    double[] x = {1, 2, 3, 4, 5};
    double[] y = {5, 6, 7, 8, 7};
    assertThat(RankCorrelation.of(x, y)).hasValueCloseTo(0.8207826816681233, within(1e-12));
  }

  /** scipy.stats.spearmanr 1.x on ties in both; the kind of numbers that a study has. */
  @Test
  void of_tiesInBoth_isWhatScipyPrints() {
    double[] x = {0.31, 0.12, 0.31, 0.55, 0.08, 0.47, 0.12, 0.31};
    double[] y = {0.62, 0.71, 0.58, 0.40, 0.71, 0.44, 0.66, 0.40};
    assertThat(RankCorrelation.of(x, y)).hasValueCloseTo(-0.8759284757666266, within(1e-12));
  }

  /** Without ties 1 - 6 sum d^2 / (n (n^2 - 1)): ten pairs whose squared differences sum to 194. */
  @Test
  void of_noTies_isTheClassicFormula() {
    double[] x = {106, 100, 86, 101, 99, 103, 97, 113, 112, 110};
    double[] y = {7, 27, 2, 50, 28, 29, 20, 12, 6, 17};
    assertThat(RankCorrelation.of(x, y)).hasValueCloseTo(1 - 6 * 194 / 990.0, within(1e-12));
  }

  /** Each group falls; the second lies above the first, so that the whole rises. */
  @Test
  void within_groupsThatAreShifted_seesTheGroups() {
    double[] x = {1, 2, 3, 4, 5, 6};
    double[] y = {3, 2, 1, 9, 8, 7};
    assertThat(RankCorrelation.of(x, y)).hasValueCloseTo(19 / 35.0, within(1e-12));
    assertThat(RankCorrelation.within(x, y, new int[] {0, 0, 0, 1, 1, 1}))
        .hasValueCloseTo(-1.0, within(1e-12));
  }

  @Test
  void within_groupOfOne_doesNotCount() {
    double[] x = {1, 2, 3, 99};
    double[] y = {2, 1, 3, 0};
    assertThat(RankCorrelation.within(x, y, new int[] {5, 5, 5, 6}).getAsDouble())
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void of_allTied_isAbsent() {
    assertThat(RankCorrelation.of(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isEmpty();
    assertThat(RankCorrelation.of(new double[] {1, 2}, new double[] {4, 4})).isEmpty();
    assertThat(RankCorrelation.of(new double[] {1}, new double[] {2})).isEmpty();
    assertThat(RankCorrelation.of(new double[0], new double[0])).isEmpty();
    assertThat(
            RankCorrelation.within(
                new double[] {1, 1, 2, 2}, new double[] {1, 2, 3, 4}, new int[] {0, 0, 1, 1}))
        .isEmpty();
  }

  @Test
  void of_badArguments_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankCorrelation.of(new double[2], new double[3]))
        .withMessage("expected 3 pairs, found 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankCorrelation.of(new double[] {Double.NaN}, new double[1]))
        .withMessageContaining("NaN");
  }

  @Property
  void of_any_isSymmetricAndSeesRanksOnly(
      @ForAll @Size(min = 2, max = 15) List<@IntRange(max = 80) Integer> pairs) {
    double[] x = pairs.stream().mapToDouble(pair -> pair / 9).toArray();
    double[] y = pairs.stream().mapToDouble(pair -> pair % 9).toArray();
    double[] stretched = Arrays.stream(x).map(Math::exp).toArray();
    var rho = RankCorrelation.of(x, y);
    assertThat(RankCorrelation.of(y, x)).isEqualTo(rho);
    assertThat(RankCorrelation.of(stretched, y)).isEqualTo(rho);
    rho.ifPresent(value -> assertThat(value).isBetween(-1 - 1e-12, 1 + 1e-12));
  }
}
