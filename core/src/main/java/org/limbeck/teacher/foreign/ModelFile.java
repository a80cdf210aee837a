package org.limbeck.teacher.foreign;

import java.nio.file.Files;
import java.nio.file.Path;
import org.limbeck.LimbeckException;
import org.limbeck.child.ModelLimits;
import org.limbeck.child.ModelProcess;
import org.limbeck.onnx.OnnxChild;

/**
 * A model file, and what is known of it.
 *
 * @param path of the file itself
 * @param opener starts its child process
 */
record ModelFile(Path path, ModelInput input, ModelOutput output, Opener opener) {
  /** Starts the child process of a model. */
  @FunctionalInterface
  interface Opener {
    ModelProcess open(Path file, int threads, ModelLimits limits);
  }

  /** An ONNX model. */
  static ModelFile onnx(Path path, ModelInput input, ModelOutput output) {
    return new ModelFile(path, input, output, OnnxChild::open);
  }

  /** Loads it, to run on all cores. */
  ModelProcess open() {
    if (!Files.isReadable(path)) {
      throw new LimbeckException(
          "%s cannot be read: %s; check the path"
              .formatted(
                  path, Files.exists(path) ? "permission denied" : "no such file or folder"));
    }
    return opener.open(path, Runtime.getRuntime().availableProcessors(), ModelLimits.usual());
  }
}
