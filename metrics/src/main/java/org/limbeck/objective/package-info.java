/**
 * Objectives, class priors, class risks, multipliers, costs and margins.
 *
 * <p>{@link org.limbeck.objective.Objective} is what a run minimises; {@link
 * org.limbeck.objective.LabelWeights} is what it learns from; a {@link
 * org.limbeck.objective.ClassRule} adds custom costs or margins. Plain arithmetic on {@code
 * double[]}, as docs/method.md derives it; {@code nn} turns costs into losses on tensors. {@link
 * org.limbeck.objective.ShrunkRisk} is for programs that measure class risks themselves.
 */
@NullMarked
package org.limbeck.objective;

import org.jspecify.annotations.NullMarked;
