/**
 * Arrays in files that others wrote: npy, npz (NumPy) and safetensors.
 *
 * <p>An {@link org.limbeck.scores.array.ArrayFile} says which arrays a file has and reads one as a
 * {@link org.limbeck.scores.array.FileArray}. Sizes are checked before memory is taken, and pickles
 * are refused: they could run any program. {@code scores} finds labels and scores among the arrays.
 */
@NullMarked
package org.limbeck.scores.array;

import org.jspecify.annotations.NullMarked;
