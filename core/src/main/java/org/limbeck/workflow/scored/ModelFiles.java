package org.limbeck.workflow.scored;

import java.nio.file.Path;
import java.util.Locale;
import org.limbeck.LimbeckException;
import org.limbeck.onnx.TritonFolder;

/** Which paths are models that score examples, by their names. */
public final class ModelFiles {
  private ModelFiles() {}

  /**
   * Whether a path is an ONNX model or a Triton model folder.
   *
   * @throws LimbeckException if it is a model of PyTorch
   */
  public static boolean isModel(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (name.matches("(?s).*\\.(pt|pt2|pth|ts)")) {
      throw new LimbeckException(
          path
              + ": a PyTorch model, and models are scored from ONNX here; export it with torch.onnx.export, or make it the teacher of a study (teacher: {torchscript: FILE.pt, trust: true})");
    }
    return name.endsWith(".onnx") || TritonFolder.is(path);
  }
}
