package org.limbeck.data;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which data, and how it is cut into splits.
 *
 * @param source the name of a {@link DatasetSource}
 * @param options what the source reads
 * @param validation share of each class of the training part held out for validation, in (0, 1)
 * @param testShare share of each class held out for test where the source has no test part
 * @param longTail the tail cut into the training split, after validation was held out; or none
 * @param splitSeed the seed of split and tail; null draws them anew for each study seed
 */
public record DataPlan(
    String source,
    Map<String, String> options,
    double validation,
    double testShare,
    @Nullable LongTail longTail,
    @Nullable Long splitSeed) {

  public DataPlan {
    options = Collections.unmodifiableMap(new TreeMap<>(options));
    checkShare("validation", validation);
    checkShare("testShare", testShare);
  }

  /** A source with the default split: 25 % validation, split seed 0, no tail. */
  public static DataPlan of(String source, @Nullable LongTail longTail) {
    return new DataPlan(source, Map.of(), 0.25, 0.25, longTail, 0L);
  }

  private static void checkShare(String key, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(key + ": expected (0, 1), found " + share);
    }
  }

  /** The seed that split and tail are drawn from in the study seeded with {@code studySeed}. */
  public long splitSeed(long studySeed) {
    return splitSeed == null ? studySeed : splitSeed;
  }
}
