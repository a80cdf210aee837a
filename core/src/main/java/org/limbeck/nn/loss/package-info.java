/**
 * Losses of a training step, on tensors.
 *
 * <p>{@link org.limbeck.nn.loss.MarginLoss} is the loss of docs/method.md, section 2; {@link
 * org.limbeck.nn.loss.ClassLoss} adds margins, a softened term and re-weighting. Each is a {@link
 * org.limbeck.nn.loss.StepLoss}. Costs come from {@code objective}; {@code train} chooses the loss.
 */
@NullMarked
package org.limbeck.nn.loss;

import org.jspecify.annotations.NullMarked;
