package org.limbeck.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.limbeck.LimbeckException;
import org.limbeck.base.NamedRandom;

/** Cuts index lists class by class, each class from its own named random stream. */
final class Stratified {
  private Stratified() {}

  /**
   * @param kept what stays, ascending
   * @param heldOut what was cut off, ascending
   */
  @SuppressWarnings("ArrayRecordComponent") // a pair on its way through one method
  record Cut(int[] kept, int[] heldOut) {}

  /**
   * Holds out a share of each class, in each of its groups: at least one example, rounded to the
   * nearest.
   */
  static Cut cut(Examples all, int[] from, int classes, double share, long seed, String purpose) {
    IntStream.Builder kept = IntStream.builder();
    IntStream.Builder heldOut = IntStream.builder();
    for (int y = 0; y < classes; y++) {
      for (int[] members : strata(all, from, y, seed, purpose)) {
        long cut = Math.max(1, Math.round(share * members.length));
        for (int i = 0; i < members.length; i++) {
          (i < cut ? heldOut : kept).add(members[i]);
        }
      }
    }
    return new Cut(kept.build().sorted().toArray(), heldOut.build().sorted().toArray());
  }

  /** The members of a class in random order, one list for each of its groups. */
  static Collection<int[]> strata(Examples all, int[] from, int y, long seed, String purpose) {
    return byGroup(all, shuffled(all, from, y, seed, purpose));
  }

  /** The members of a class, one list for each group; one list where there are no groups. */
  private static Collection<int[]> byGroup(Examples all, int[] members) {
    if (all.groups().length == 0) {
      return List.of(members);
    }
    Map<Integer, int[]> lists = new TreeMap<>();
    for (int member : members) {
      lists.merge(
          all.groups()[member],
          new int[] {member},
          (list, one) -> IntStream.concat(Arrays.stream(list), Arrays.stream(one)).toArray());
    }
    return lists.values();
  }

  /** Keeps the examples of a long tail whose largest class has the size of the smallest one now. */
  static int[] tail(SourceData source, int[] from, LongTail tail, long seed) {
    int classes = source.classNames().size();
    int[] counts = source.train().select(from).classCounts(classes);
    int largest = Arrays.stream(counts).min().orElse(0);
    int[] sizes = tail.counts(largest, classes);
    int[] rank = IntStream.range(0, classes).toArray();
    if (tail.order() == LongTail.Order.RANDOM) {
      rank = new NamedRandom(seed, "tail-order").permutation(classes);
    }
    IntStream.Builder kept = IntStream.builder();
    for (int i = 0; i < classes; i++) {
      requireSome(source, rank[i], sizes[i], largest, tail);
      int[] members = shuffled(source.train(), from, rank[i], seed, "tail");
      Arrays.stream(members, 0, sizes[i]).forEach(kept::add);
    }
    return kept.build().sorted().toArray();
  }

  private static void requireSome(SourceData source, int y, int size, int largest, LongTail tail) {
    if (size < 1) {
      throw new LimbeckException(
          ("data.longTail.ratio: %s leaves class '%s' of '%s' without a training example (the"
                  + " largest class keeps %d); use a ratio of %d or less")
              .formatted(
                  tail.ratio(),
                  source.classNames().get(y),
                  source.name(),
                  largest,
                  Math.max(1, largest)));
    }
  }

  private static int[] shuffled(Examples all, int[] from, int y, long seed, String purpose) {
    int[] members = Arrays.stream(from).filter(i -> all.labels()[i] == y).toArray();
    new NamedRandom(seed, purpose + "/" + y).shuffle(members);
    return members;
  }
}
