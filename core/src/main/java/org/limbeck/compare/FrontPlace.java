package org.limbeck.compare;

import org.jspecify.annotations.Nullable;

/**
 * Where a combination stands towards the front of accuracy and worst-class accuracy.
 *
 * @param on whether no other student is better in both means over seeds
 * @param share of the bootstrap resamples of the seeds in which it is on the front, in [0, 1]; null
 *     for teachers, with one seed, and where students have different seeds
 */
public record FrontPlace(boolean on, @Nullable Double share) {
  /** The place of a teacher, which is not in the race. */
  public static final FrontPlace NONE = new FrontPlace(false, null);
}
