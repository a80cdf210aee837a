package org.limbeck.teacher.foreign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.child.ModelLimits;
import org.limbeck.child.ModelProcess;
import org.limbeck.nn.script.ScriptChild;
import org.limbeck.onnx.OnnxChild;
import org.limbeck.onnx.TritonFolder;

/**
 * A model file, and what is known of it.
 *
 * @param path of the file itself
 * @param labels of its classes in the order of its scores, from a file beside it; none if unknown
 * @param opener starts its child process
 */
record ModelFile(
    Path path, ModelInput input, ModelOutput output, List<String> labels, Opener opener) {
  /** Starts the child process of a model. */
  @FunctionalInterface
  interface Opener {
    ModelProcess open(Path file, int threads, ModelLimits limits);
  }

  /** An ONNX model, or that of a Triton folder, whose configuration fills in what is not given. */
  static ModelFile onnx(Path path, ModelInput input, ModelOutput output) {
    if (!TritonFolder.is(path)) {
      return new ModelFile(path, input, output, List.of(), OnnxChild::open);
    }
    TritonFolder folder = TritonFolder.read(path);
    return new ModelFile(
        folder.model(),
        new ModelInput(
            input.name().or(folder::input),
            input.layout().or(() -> folder.channelsLast().map(ModelFile::layout)),
            input.scale(),
            input.mean(),
            input.deviation()),
        new ModelOutput(
            output.name().or(folder::output), output.kind(), output.classes(), output.check()),
        folder.labels(),
        OnnxChild::open);
  }

  private static ModelInput.Layout layout(boolean channelsLast) {
    return channelsLast ? ModelInput.Layout.NHWC : ModelInput.Layout.NCHW;
  }

  /** A TorchScript model. */
  static ModelFile script(Path path, ModelInput input, ModelOutput output) {
    return new ModelFile(path, input, output, List.of(), ScriptChild::open);
  }

  /**
   * The file of a source that is a model.
   *
   * @throws IllegalArgumentException for any other source
   */
  static ModelFile of(ForeignSource source) {
    if (source instanceof ForeignSource.OnnxModel model) {
      return onnx(model.file(), model.input(), model.output());
    }
    if (source instanceof ForeignSource.TorchScriptModel model) {
      return script(model.file(), model.input(), model.output());
    }
    throw new IllegalArgumentException("expected a model, found " + source.text());
  }

  /** Loads it, to run on some threads. */
  ModelProcess open(int threads) {
    if (!Files.isReadable(path)) {
      throw new LimbeckException(
          "%s cannot be read: %s; check the path"
              .formatted(
                  path, Files.exists(path) ? "permission denied" : "no such file or folder"));
    }
    return opener.open(path, threads, ModelLimits.usual());
  }
}
