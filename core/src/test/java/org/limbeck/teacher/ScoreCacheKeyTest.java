package org.limbeck.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.limbeck.Golden;
import org.limbeck.data.Views;
import org.limbeck.nn.Precision;

class ScoreCacheKeyTest {
  private static final String RUN = "0123456789abcdef";
  private static final String DATA = "5ca1ab1e".repeat(8);
  private static final Views ALTERNATING = new Views(2, Views.Flip.ALTERNATING, 3);

  private static List<ScoreCacheKey> keys() {
    return List.of(
        ScoreCacheKey.of(RUN, DATA, Views.NONE, Precision.FP32, 1000, 10),
        ScoreCacheKey.of(RUN, DATA, Views.USUAL, Precision.FP32, 1000, 10),
        ScoreCacheKey.of(RUN, DATA, Views.USUAL, Precision.BF16, 1000, 10),
        ScoreCacheKey.of(RUN, DATA, ALTERNATING, Precision.BF16, 50000, 100),
        ScoreCacheKey.of(RUN, DATA, new Views(4, Views.Flip.NONE, 0), Precision.AUTO, 1, 2),
        new ScoreCacheKey("", "\u00e9, crop=1]", 64, true, Precision.FP32, 0, 0));
  }

  /** A change of this file makes every teacher score again, in every study directory there is. */
  @Test
  void hash_keysOfAllKinds_areThoseOfEarlierVersions() {
    Golden.check(
        "score-cache-keys.txt",
        keys().stream()
            .map(key -> key.hash() + "\n" + key.canonical() + "\n")
            .collect(Collectors.joining()));
  }

  @Test
  void hash_otherFlipsThatAreDrawnOtherwise_areTheSameViews() {
    Views random = new Views(2, Views.Flip.RANDOM, 0);
    assertThat(ScoreCacheKey.of(RUN, DATA, random, Precision.BF16, 50000, 100).hash())
        .isEqualTo(ScoreCacheKey.of(RUN, DATA, ALTERNATING, Precision.BF16, 50000, 100).hash());
  }
}
