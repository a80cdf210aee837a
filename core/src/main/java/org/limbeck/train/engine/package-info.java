/**
 * The step engine on LibTorch: the network, its optimiser, the batches and the validation scores of
 * one training, behind {@link org.limbeck.train.StepEngine}.
 */
@NullMarked
package org.limbeck.train.engine;

import org.jspecify.annotations.NullMarked;
