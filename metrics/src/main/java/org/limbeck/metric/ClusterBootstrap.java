package org.limbeck.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Bootstrap resamples of observations that come in clusters.
 *
 * <p>A resample draws as many whole clusters as there are, with replacement: drawing single
 * observations would take those of one cluster for independent and make intervals too narrow. The
 * draws are the same each time. Source: Efron &amp; Tibshirani, An Introduction to the Bootstrap,
 * 1993.
 */
final class ClusterBootstrap {
  /** The number of resamples. */
  public static final int RESAMPLES = 2000;

  /** Fewer clusters are not resampled: they say too little about other clusters. */
  public static final int LEAST_CLUSTERS = 4;

  private static final long SEED = 1904;

  private ClusterBootstrap() {}

  /** The clusters of observations, in order of their first observation. */
  public static <T> List<List<T>> clusters(List<T> observations, ToIntFunction<T> cluster) {
    Map<Integer, List<T>> clusters = new LinkedHashMap<>();
    for (T observation : observations) {
      clusters
          .computeIfAbsent(cluster.applyAsInt(observation), key -> new ArrayList<>())
          .add(observation);
    }
    return List.copyOf(clusters.values());
  }

  /** The resamples of some clusters; none with fewer than {@link #LEAST_CLUSTERS}. */
  public static <T> Stream<List<T>> resamples(List<List<T>> clusters) {
    int size = clusters.size();
    if (size < LEAST_CLUSTERS) {
      return Stream.empty();
    }
    var random = new Random(SEED);
    return IntStream.range(0, RESAMPLES)
        .mapToObj(
            i ->
                random.ints(size, 0, size).boxed().flatMap(c -> clusters.get(c).stream()).toList());
  }
}
