package org.limbeck.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ViewsPropertyTest {
  private static final int EXAMPLES = 2000;

  @Property(tries = 100)
  void views_numberedFromZero_goThroughRowsColumnsAndFlipsInOrder(
      @ForAll @IntRange(max = 8) int crop, @ForAll Views.Flip flip) {
    List<List<Object>> expected = new ArrayList<>();
    for (int down = -crop; down <= crop; down++) {
      for (int right = -crop; right <= crop; right++) {
        expected.add(List.of(down, right, false));
        if (flip != Views.Flip.NONE) {
          expected.add(List.of(down, right, true));
        }
      }
    }
    var views = new Views(crop, flip, 0);
    List<List<Object>> found = new ArrayList<>();
    for (int view = 0; view < views.count(); view++) {
      found.add(List.of(views.down(view), views.right(view), views.flipped(view)));
    }
    assertThat(found).isEqualTo(expected);
    assertThat(expected.get(views.identity())).isEqualTo(List.of(0, 0, false));
  }

  @Property(tries = 3000)
  void draw_anything_isAViewAndTheSameForEqualViews(
      @ForAll @IntRange(max = 64) int crop,
      @ForAll Views.Flip flip,
      @ForAll long key,
      @ForAll @IntRange(min = 1) int epoch,
      @ForAll @IntRange(min = 0) int example) {
    var views = new Views(crop, flip, 0);
    int view = views.draw(key, epoch, example);
    assertThat(view).isBetween(0, views.count() - 1);
    assertThat(new Views(crop, flip, 0).draw(key, epoch, example)).isEqualTo(view);
  }

  @Property(tries = 60)
  void draw_viewsPerImage_usesExactlyThatMany(
      @ForAll @IntRange(max = 3) int crop,
      @ForAll boolean flips,
      @ForAll @IntRange(min = 1, max = 98) int wanted,
      @ForAll long key,
      @ForAll @IntRange(max = 100_000) int example) {
    Views.Flip flip = flips ? Views.Flip.RANDOM : Views.Flip.NONE;
    int perImage = 1 + (wanted - 1) % new Views(crop, flip, 0).count();
    var views = new Views(crop, flip, perImage);
    Set<Integer> used = new HashSet<>();
    // One of k is not drawn in 30 k epochs with a probability of k exp(-30).
    for (int epoch = 1; epoch <= 30 * perImage; epoch++) {
      used.add(views.draw(key, epoch, example));
    }
    assertThat(used).hasSize(perImage).allMatch(view -> view >= 0 && view < views.count());
  }

  /** The seed is fixed: each bound is five deviations of a binomial count. */
  @Property(tries = 20, seed = "1")
  void draw_eitherFlip_isHalfInEachEpochAndUniformOverPlaces(
      @ForAll long seed, @ForAll boolean alternating) {
    var views = new Views(2, alternating ? Views.Flip.ALTERNATING : Views.Flip.RANDOM, 0);
    long key = Views.key(seed);
    var counts = new int[views.count()];
    int epochs = 20;
    for (int epoch = 1; epoch <= epochs; epoch++) {
      int flipped = 0;
      for (int example = 0; example < EXAMPLES; example++) {
        int view = views.draw(key, epoch, example);
        counts[view]++;
        flipped += views.flipped(view) ? 1 : 0;
      }
      assertThat(flipped - EXAMPLES / 2.0)
          .isBetween(-2.5 * Math.sqrt(EXAMPLES), 2.5 * Math.sqrt(EXAMPLES));
    }
    double expected = (double) EXAMPLES * epochs / counts.length;
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    double freedom = counts.length - 1.0;
    assertThat(chiSquare).isLessThan(freedom + 6 * Math.sqrt(2 * freedom));
  }

  @Property(tries = 20, seed = "1")
  void draw_randomFlip_doesNotDependOnTheEpochBefore(@ForAll long seed) {
    long key = Views.key(seed);
    int repeated = 0;
    for (int example = 0; example < EXAMPLES; example++) {
      boolean first = Views.USUAL.flipped(Views.USUAL.draw(key, 1, example));
      boolean second = Views.USUAL.flipped(Views.USUAL.draw(key, 2, example));
      repeated += first == second ? 1 : 0;
    }
    assertThat(repeated - EXAMPLES / 2.0)
        .isBetween(-2.5 * Math.sqrt(EXAMPLES), 2.5 * Math.sqrt(EXAMPLES));
  }
}
