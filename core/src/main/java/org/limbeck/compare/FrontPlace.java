package org.limbeck.compare;

import org.jspecify.annotations.Nullable;

/**
 * Whether a combination is on the front of accuracy and worst-class accuracy, and how surely.
 *
 * @param on whether no other student is better in both means over seeds
 * @param share of the bootstrap resamples of the seeds in which it is on the front, in [0, 1]; null
 *     for teachers, with one seed, and where students have different seeds
 */
public record FrontPlace(boolean on, @Nullable Double share) {
  /** The place of a teacher: only students can be on the front. */
  public static final FrontPlace NONE = new FrontPlace(false, null);
}
