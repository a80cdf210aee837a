package org.limbeck.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.limbeck.LimbeckException;
import org.limbeck.base.Closer;

/** A model in ONNX Runtime; owns its session until {@link #close}. */
public final class OnnxRuntimeModel implements AutoCloseable {
  private final OrtEnvironment environment;
  private final OrtSession session;

  /** Loads the bytes of a model file, to run on one thread. */
  public OnnxRuntimeModel(byte[] model) {
    environment = environment();
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      session = environment.createSession(model, options);
    } catch (OrtException e) {
      throw failure(e);
    }
  }

  private static OrtEnvironment environment() {
    try {
      NativeFolders.deleteAbandonedOnce();
      return OrtEnvironment.getEnvironment();
    } catch (LinkageError e) {
      throw new LimbeckException(
          "ONNX Runtime does not load (%s), so no model can be run in it; it unpacks into java.io.tmpdir, %s: see that there is space and that programs may be loaded from there"
              .formatted(
                  e.getCause() == null ? e : e.getCause(), System.getProperty("java.io.tmpdir")),
          e);
    }
  }

  private static IllegalStateException failure(OrtException e) {
    return new IllegalStateException("ONNX Runtime refuses the model: " + e.getMessage(), e);
  }

  /** The version of ONNX Runtime. */
  public String version() {
    return environment.getVersion();
  }

  /**
   * Both outputs.
   *
   * @param logits row-major {@code [batch, classes]}
   * @param probabilities row-major {@code [batch, classes]}
   */
  @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
  public record Outputs(float[] logits, float[] probabilities) {}

  /**
   * Runs one batch.
   *
   * @param values row-major, from their position to their limit
   * @param shape {@code [batch, shape...]}
   */
  public Outputs run(FloatBuffer values, long[] shape) {
    try (var input = OnnxTensor.createTensor(environment, values, shape);
        var result = session.run(Map.of(OnnxExport.INPUT, input))) {
      return new Outputs(
          floats(result, OnnxExport.LOGITS), floats(result, OnnxExport.PROBABILITIES));
    } catch (OrtException e) {
      throw failure(e);
    }
  }

  /** Runs one batch of raw rows. */
  public Outputs run(RawBatch batch) {
    try (var tensors = new Closer();
        var result = session.run(tensors(batch, tensors))) {
      return new Outputs(
          floats(result, OnnxExport.LOGITS), floats(result, OnnxExport.PROBABILITIES));
    } catch (OrtException e) {
      throw failure(e);
    }
  }

  private Map<String, OnnxTensor> tensors(RawBatch batch, Closer closer) throws OrtException {
    Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    long rows = batch.rows();
    for (Map.Entry<String, float[]> input : batch.numbers().entrySet()) {
      long[] shape = {rows, input.getValue().length / rows};
      FloatBuffer values = FloatBuffer.wrap(input.getValue());
      tensors.put(
          input.getKey(),
          closer.add(OnnxTensor.createTensor(environment, values, shape), OnnxTensor::close));
    }
    for (Map.Entry<String, String[]> input : batch.texts().entrySet()) {
      long[] shape = {rows, 1};
      tensors.put(
          input.getKey(),
          closer.add(
              OnnxTensor.createTensor(environment, input.getValue(), shape), OnnxTensor::close));
    }
    return tensors;
  }

  private static float[] floats(OrtSession.Result result, String name) {
    if (result.get(name).orElseThrow() instanceof OnnxTensor tensor) {
      FloatBuffer buffer = tensor.getFloatBuffer();
      var values = new float[buffer.remaining()];
      buffer.get(values);
      return values;
    }
    throw new IllegalStateException("output '" + name + "' is not a tensor");
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw failure(e);
    }
  }
}
