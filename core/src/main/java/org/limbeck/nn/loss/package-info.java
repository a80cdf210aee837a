/**
 * Losses of a training step, on tensors.
 *
 * <p>{@link org.limbeck.nn.loss.MarginLoss} is the loss of docs/method.md, section 2; {@link
 * org.limbeck.nn.loss.ClassLoss} adds margins, a softened term and re-weighting. Both are {@link
 * org.limbeck.nn.loss.StepLoss}es.
 */
@NullMarked
package org.limbeck.nn.loss;

import org.jspecify.annotations.NullMarked;
