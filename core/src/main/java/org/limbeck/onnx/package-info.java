/**
 * Writing networks as ONNX graphs, and running ONNX models in ONNX Runtime.
 *
 * <p>{@link org.limbeck.onnx.OnnxExport} writes, {@link org.limbeck.onnx.OnnxScores} scores
 * examples with anyone's model, {@link org.limbeck.onnx.OnnxRuntimeModel} is a session. Knows
 * networks and data, but neither runs nor studies; {@code export} adds what a run knows of its
 * model.
 */
@NullMarked
package org.limbeck.onnx;

import org.jspecify.annotations.NullMarked;
