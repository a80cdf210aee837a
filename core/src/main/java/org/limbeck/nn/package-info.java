/**
 * Networks with their layers and states, optimisers and schedules, on LibTorch.
 *
 * <p>A {@link org.limbeck.nn.NetworkSpec} is what a study file names, a {@link
 * org.limbeck.nn.NetworkDescription} fits it to a data set ({@link org.limbeck.nn.CifarResNet},
 * {@link org.limbeck.nn.ImageResNet}), a {@link org.limbeck.nn.Network} holds it in native memory.
 * {@link org.limbeck.nn.TrainingStep} is one step of SGD; {@link org.limbeck.nn.Compute} says on
 * how many threads of which device. Losses are in {@code nn.loss}, inputs in {@code nn.input};
 * {@code onnx} and {@code train} build on it.
 */
@NullMarked
package org.limbeck.nn;

import org.jspecify.annotations.NullMarked;
