package org.limbeck.onnx;

import java.nio.file.Path;
import org.limbeck.child.ModelLimits;
import org.limbeck.child.ModelProcess;
import org.limbeck.child.ModelServer;

/** ONNX foreign models: ONNX Runtime in a child process. */
public final class OnnxChild {
  private OnnxChild() {}

  /**
   * Loads a model in a child process, by its path, so that it finds its external data; ONNX Runtime
   * itself refuses data outside the model's folder.
   *
   * @param threads that ONNX Runtime works with
   * @throws org.limbeck.LimbeckException if the model does not load, with the reason
   */
  public static ModelProcess open(Path model, int threads, ModelLimits limits) {
    return new ModelProcess(model, OnnxChild.class, threads, limits);
  }

  /** The child's entry. */
  public static void main(String[] arguments) {
    ModelServer.serve(arguments, OnnxServedModel::new);
  }
}
