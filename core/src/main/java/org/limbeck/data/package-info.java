/**
 * Data sets, splits, long tails and views, and the sources that data sets come from.
 *
 * <p>A {@link org.limbeck.data.DataPlan} names a source and how to cut its data; {@link
 * org.limbeck.data.Datasets} makes a {@link org.limbeck.data.Dataset} of it. Each source is a
 * {@link org.limbeck.data.DatasetSource}, found by {@link java.util.ServiceLoader}; those of images
 * are in {@code data.image}. Plain Java that knows nothing of training; {@code nn.input} makes
 * tensors of examples.
 */
@NullMarked
package org.limbeck.data;

import org.jspecify.annotations.NullMarked;
