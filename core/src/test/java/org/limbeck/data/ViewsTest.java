package org.limbeck.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewsTest {
  private static final int EXAMPLES = 500;
  private static final long KEY = Views.key(3);

  @Test
  void views_ofCropFourAndFlip_areAll162ExactlyOnce() {
    Set<List<Object>> seen = new HashSet<>();
    Views views = Views.USUAL;
    assertThat(views.count()).isEqualTo(162);
    for (int view = 0; view < views.count(); view++) {
      assertThat(views.down(view)).isBetween(-4, 4);
      assertThat(views.right(view)).isBetween(-4, 4);
      assertThat(seen.add(List.of(views.down(view), views.right(view), views.flipped(view))))
          .isTrue();
    }
    assertThat(seen).hasSize(9 * 9 * 2);
  }

  @ParameterizedTest
  @CsvSource({"0, NONE, 1", "0, RANDOM, 2", "4, NONE, 81", "4, ALTERNATING, 162", "1, RANDOM, 18"})
  void identity_isTheImageItself(int crop, Views.Flip flip, int count) {
    var views = new Views(crop, flip, 0);
    assertThat(views.count()).isEqualTo(count);
    assertThat(views.down(views.identity())).isZero();
    assertThat(views.right(views.identity())).isZero();
    assertThat(views.flipped(views.identity())).isFalse();
  }

  @Test
  void draw_dependsOnKeyEpochAndExampleAlone() {
    int same = 0;
    for (int example = 0; example < EXAMPLES; example++) {
      int view = Views.USUAL.draw(KEY, 2, example);
      assertThat(Views.USUAL.draw(KEY, 2, example)).isEqualTo(view);
      same += Views.USUAL.draw(KEY, 3, example) == view ? 1 : 0;
      same += Views.USUAL.draw(Views.key(4), 2, example) == view ? 1 : 0;
    }
    // By chance one in 162 is the same.
    assertThat(same).isLessThan(2 * EXAMPLES / 20);
  }

  @Test
  void draw_overManyEpochs_isUniform() {
    var counts = new int[Views.USUAL.count()];
    int draws = 0;
    for (int epoch = 1; epoch <= 200; epoch++) {
      for (int example = 0; example < EXAMPLES; example++) {
        counts[Views.USUAL.draw(KEY, epoch, example)]++;
        draws++;
      }
    }
    double expected = (double) draws / counts.length;
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    // 161 degrees of freedom: mean 161, deviation 18; five of them.
    assertThat(chiSquare).isBetween(161.0 - 90, 161.0 + 90);
  }

  @Test
  void draw_alternatingFlip_flipsEachImageEveryOtherEpoch() {
    var views = new Views(4, Views.Flip.ALTERNATING, 0);
    int flippedFirst = 0;
    for (int example = 0; example < EXAMPLES; example++) {
      boolean first = views.flipped(views.draw(KEY, 1, example));
      flippedFirst += first ? 1 : 0;
      for (int epoch = 2; epoch < 9; epoch++) {
        boolean flipped = views.flipped(views.draw(KEY, epoch, example));
        assertThat(flipped).isEqualTo(first == (epoch % 2 == 1));
      }
    }
    assertThat(flippedFirst).isBetween(EXAMPLES * 4 / 10, EXAMPLES * 6 / 10);
  }

  @ParameterizedTest
  @CsvSource({"1", "5", "162"})
  void draw_viewsPerImage_usesExactlyThatManyOfItsOwn(int perImage) {
    var views = new Views(4, Views.Flip.RANDOM, perImage);
    Set<Set<Integer>> sets = new HashSet<>();
    for (int example = 0; example < 20; example++) {
      Set<Integer> used = new HashSet<>();
      for (int epoch = 1; epoch <= 30 * perImage; epoch++) {
        used.add(views.draw(KEY, epoch, example));
      }
      assertThat(used.size()).isLessThanOrEqualTo(perImage);
      assertThat(used.size()).isGreaterThanOrEqualTo(Math.min(perImage, 160));
      sets.add(used);
    }
    if (perImage < 162) {
      assertThat(sets.size()).isGreaterThan(10);
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, crop", "65, 0, crop", "0, 3, viewsPerImage", "4, 163, viewsPerImage"})
  void views_badValues_areRefusedByName(int crop, int perImage, String key) {
    assertThatThrownBy(() -> new Views(crop, Views.Flip.RANDOM, perImage))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(key + ": expected");
  }
}
