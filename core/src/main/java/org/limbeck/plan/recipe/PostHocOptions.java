package org.limbeck.plan.recipe;

import org.jspecify.annotations.Nullable;

/**
 * What is done to a network after its training; nothing is trained for it.
 *
 * @param rule which
 * @param delta of post-shift, in nats; else null
 * @param of name of the recipe whose network is changed; empty for none
 * @param ofVariant its variant, or null
 */
public record PostHocOptions(
    Rule rule, @Nullable Double delta, String of, @Nullable String ofVariant) {
  /** Nothing. */
  public static final PostHocOptions NONE = new PostHocOptions(Rule.NONE, null, "", null);

  /** What can be done. */
  public enum Rule {
    /** Nothing. */
    NONE,
    /** One temperature, fitted on validation; predictions stay. */
    TEMPERATURE,
    /** {@link org.limbeck.objective.PostShift}, fitted on validation. */
    POST_SHIFT
  }

  public PostHocOptions {
    if (delta != null && (!(delta >= 0) || Double.isInfinite(delta))) {
      throw new IllegalArgumentException(
          "delta: expected a finite number of 0 or more, found " + delta);
    }
    if ((rule == Rule.POST_SHIFT) != (delta != null)) {
      throw new IllegalArgumentException(
          "delta: expected one for postHoc: post-shift, and only it");
    }
    if (rule != Rule.NONE) {
      RecipeNames.requireName("of", of);
    }
    RecipeNames.requireVariant("ofVariant", ofVariant);
  }
}
