package org.limbeck.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterBootstrapTest {
  private static final List<List<Integer>> CLUSTERS =
      List.of(List.of(1, 2), List.of(3), List.of(4, 5, 6), List.of(7));

  @Test
  void clusters_mixed_keepTheirMembers() {
    assertThat(ClusterBootstrap.clusters(List.of(31, 12, 33, 22), number -> number / 10))
        .containsExactly(List.of(31, 33), List.of(12), List.of(22));
  }

  @Test
  void resamples_drawWholeClusters() {
    List<List<Integer>> resamples = ClusterBootstrap.resamples(CLUSTERS).toList();
    assertThat(resamples).hasSize(ClusterBootstrap.RESAMPLES);
    assertThat(resamples)
        .allSatisfy(
            drawn -> {
              assertThat(count(drawn, 1)).isEqualTo(count(drawn, 2));
              assertThat(count(drawn, 4)).isEqualTo(count(drawn, 6));
              assertThat(count(drawn, 1) + count(drawn, 3) + count(drawn, 4) + count(drawn, 7))
                  .isEqualTo(4);
            });
  }

  private static long count(List<Integer> drawn, int member) {
    return drawn.stream().filter(one -> one == member).count();
  }

  /** A cluster is missing from a resample with probability (3/4)^4. */
  @Test
  void resamples_drawWithReplacement() {
    long without = ClusterBootstrap.resamples(CLUSTERS).filter(one -> !one.contains(3)).count();
    assertThat((double) without / ClusterBootstrap.RESAMPLES)
        .isCloseTo(Math.pow(0.75, 4), within(0.04));
  }

  @Test
  void resamples_again_areTheSame() {
    assertThat(ClusterBootstrap.resamples(CLUSTERS).toList())
        .isEqualTo(ClusterBootstrap.resamples(CLUSTERS).toList());
  }

  @Test
  void resamples_ofThreeClusters_areNone() {
    assertThat(ClusterBootstrap.resamples(CLUSTERS.subList(0, 3))).isEmpty();
  }

  /** numpy.quantile([1, 2, 4, 8], [0.05, 0.95]) is [1.15, 7.4]. */
  @Test
  void estimate_interpolatesLinearly() {
    Estimate estimate = Estimate.of(3, new double[] {8, 1, 4, 2}, 4, 0.9);
    assertThat(estimate.value()).isEqualTo(3);
    assertThat(estimate.low()).isCloseTo(1.15, within(1e-12));
    assertThat(estimate.high()).isCloseTo(7.4, within(1e-12));
  }

  @Test
  void estimate_oneValue_isBothEnds() {
    assertThat(Estimate.of(1, new double[] {2}, 2, 0.95)).isEqualTo(new Estimate(1, 2.0, 2.0));
  }

  @Test
  void estimate_mostResamplesWithoutValue_hasNoInterval() {
    double[] few = IntStream.range(0, 9).asDoubleStream().toArray();
    assertThat(Estimate.of(1, few, 20, 0.95)).isEqualTo(new Estimate(1, null, null));
    assertThat(Estimate.of(1, new double[0], 0, 0.95)).isEqualTo(new Estimate(1, null, null));
  }
}
