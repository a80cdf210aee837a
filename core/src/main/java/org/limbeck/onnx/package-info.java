/**
 * Writing networks as ONNX graphs, and running ONNX models in ONNX Runtime.
 *
 * <p>{@link org.limbeck.onnx.OnnxExport} writes, {@link org.limbeck.onnx.OnnxRuntimeModel} runs
 * what we wrote, {@link org.limbeck.onnx.OnnxChild} foreign models in a child process. It uses
 * {@code nn} and {@code data} and knows neither runs nor studies; {@code export} adds a run's
 * metadata.
 */
@NullMarked
package org.limbeck.onnx;

import org.jspecify.annotations.NullMarked;
