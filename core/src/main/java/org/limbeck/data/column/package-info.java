/**
 * The columns of a table: what the raw values of a row are, and the features that they become.
 *
 * <p>Main types: {@link org.limbeck.data.column.Columns} of {@link
 * org.limbeck.data.column.Column}s, which sources of tables ({@code data}, {@code table}) make;
 * {@link org.limbeck.data.column.Encoder}, fitted on the training split by {@code data}, and its
 * {@link org.limbeck.data.column.Encoding} as a value, from which {@code onnx} writes the same
 * preprocessing into a model.
 */
@NullMarked
package org.limbeck.data.column;

import org.jspecify.annotations.NullMarked;
