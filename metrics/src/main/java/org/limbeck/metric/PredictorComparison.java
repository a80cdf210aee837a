package org.limbeck.metric;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Which of two values of a cluster predicts the outcomes of its members better, each in the
 * direction that its theory states: a high first value is to go with low outcomes, a high second
 * value with high ones. Rank correlations within groups, and the signed difference (-rho_first) -
 * rho_second, each with an interval over resampled clusters.
 *
 * @param observations how many
 * @param clusters how many; with fewer than {@link ClusterBootstrap#LEAST_CLUSTERS} nothing has an
 *     interval
 * @param first correlation of the first value with the outcome; the theory expects it below 0
 * @param second correlation of the second value with the outcome; the theory expects it above 0
 * @param difference above 0 where the first predicts better in its direction
 */
public record PredictorComparison(
    int observations, int clusters, Estimate first, Estimate second, Estimate difference) {

  /** The conclusion from the interval of the difference. */
  public enum Better {
    /** The first value predicts better: the interval is above 0, and its correlation below 0. */
    FIRST,
    /** The second value predicts better: the interval is below 0, and its correlation above 0. */
    SECOND,
    /** One is ahead, but its own correlation has the wrong sign: neither predicts as stated. */
    NEITHER,
    /** Undecided: the interval includes 0, or there is none. */
    UNDECIDED
  }

  /**
   * One member of a cluster.
   *
   * @param first value of its cluster, finite
   * @param second value of its cluster, finite
   * @param outcome its own, finite
   * @param group within which outcomes are comparable
   * @param cluster that it shares the two values with
   */
  public record Observation(double first, double second, double outcome, int group, int cluster) {}

  private record Correlations(double first, double second) {
    double difference() {
      return -first - second;
    }
  }

  /**
   * The comparison; absent where either value, or the outcome, ties within every group.
   *
   * @param confidence of the intervals, in (0, 1)
   */
  public static Optional<PredictorComparison> of(
      List<Observation> observations, double confidence) {
    return correlations(observations).map(whole -> of(whole, observations, confidence));
  }

  private static PredictorComparison of(
      Correlations whole, List<Observation> observations, double confidence) {
    List<List<Observation>> clusters =
        ClusterBootstrap.clusters(observations, Observation::cluster);
    List<Correlations> resampled =
        ClusterBootstrap.resamples(clusters)
            .map(PredictorComparison::correlations)
            .flatMap(Optional::stream)
            .toList();
    return new PredictorComparison(
        observations.size(),
        clusters.size(),
        estimate(whole, resampled, Correlations::first, confidence),
        estimate(whole, resampled, Correlations::second, confidence),
        estimate(whole, resampled, Correlations::difference, confidence));
  }

  private static Estimate estimate(
      Correlations whole,
      List<Correlations> resampled,
      ToDoubleFunction<Correlations> statistic,
      double confidence) {
    DoubleStream values = resampled.stream().mapToDouble(statistic);
    return Estimate.of(
        statistic.applyAsDouble(whole), values.toArray(), ClusterBootstrap.RESAMPLES, confidence);
  }

  private static Optional<Correlations> correlations(List<Observation> observations) {
    int[] groups = observations.stream().mapToInt(Observation::group).toArray();
    double[] outcome = values(observations, Observation::outcome);
    OptionalDouble first =
        RankCorrelation.within(values(observations, Observation::first), outcome, groups);
    OptionalDouble second =
        RankCorrelation.within(values(observations, Observation::second), outcome, groups);
    return first.isPresent() && second.isPresent()
        ? Optional.of(new Correlations(first.getAsDouble(), second.getAsDouble()))
        : Optional.empty();
  }

  private static double[] values(
      List<Observation> observations, ToDoubleFunction<Observation> value) {
    return observations.stream().mapToDouble(value).toArray();
  }

  /** The value that predicts better, if the clusters decide it. */
  public Better better() {
    Double low = difference.low();
    Double high = difference.high();
    if (low != null && low > 0) {
      return first.value() < 0 ? Better.FIRST : Better.NEITHER;
    }
    if (high != null && high < 0) {
      return second.value() > 0 ? Better.SECOND : Better.NEITHER;
    }
    return Better.UNDECIDED;
  }
}
