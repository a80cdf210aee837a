/**
 * The step engine on LibTorch: the network, its optimiser, the batches and the validation scores of
 * one training, behind {@link org.limbeck.train.StepEngine}. {@link
 * org.limbeck.train.engine.LibTorchEngine} is the whole of it; nothing outside this room and {@code
 * nn} sees a tensor of a training.
 */
@NullMarked
package org.limbeck.train.engine;

import org.jspecify.annotations.NullMarked;
