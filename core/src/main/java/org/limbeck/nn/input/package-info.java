/**
 * Examples as normalised tensors: tables, images by views, images resident on a device.
 *
 * <p>{@link org.limbeck.nn.input.Inputs} holds a split, {@link org.limbeck.nn.input.ImageAssembler}
 * writes views of images into a batch. Above {@code nn}, below {@code teacher} and {@code train}.
 */
@NullMarked
package org.limbeck.nn.input;

import org.jspecify.annotations.NullMarked;
