/**
 * The exported student: an ONNX file, checked against its network, and its model card.
 *
 * <p>{@link org.limbeck.export.StudentExport} writes both; {@link org.limbeck.export.ModelCard} is
 * the text, {@link org.limbeck.export.OnnxParity} the check, {@link org.limbeck.export.RunMetadata}
 * what the file says about its run. Built on {@code onnx}, {@code store} and {@code compare};
 * {@code workflow} calls it.
 */
@NullMarked
package org.limbeck.export;

import org.jspecify.annotations.NullMarked;
