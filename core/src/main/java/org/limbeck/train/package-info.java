/**
 * The one training loop, its state, checkpoints and listeners: plain Java. Tensors are moved by a
 * {@link org.limbeck.train.StepEngine}.
 */
@NullMarked
package org.limbeck.train;

import org.jspecify.annotations.NullMarked;
