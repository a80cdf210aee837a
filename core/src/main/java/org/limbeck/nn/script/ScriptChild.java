package org.limbeck.nn.script;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.child.ModelLimits;
import org.limbeck.child.ModelProcess;
import org.limbeck.child.ModelServer;

/** TorchScript foreign models: LibTorch in a child process. */
public final class ScriptChild {
  private ScriptChild() {}

  /**
   * Loads a model in a child process. It can run any code there.
   *
   * @param threads that LibTorch works with
   * @throws LimbeckException if it is not TorchScript or does not load, with the reason
   */
  public static ModelProcess open(Path model, int threads, ModelLimits limits) {
    requireScript(model);
    return new ModelProcess(model, ScriptChild.class, threads, limits);
  }

  /** Looks at the names in the archive; its content is left to the child. */
  private static void requireScript(Path model) {
    if (String.valueOf(model.getFileName()).toLowerCase(Locale.ROOT).endsWith(".pt2")) {
      throw exported(model);
    }
    try (var archive = new ZipFile(model.toFile())) {
      if (archive.stream().anyMatch(entry -> entry.getName().endsWith("/archive_format"))
          || archive.stream().anyMatch(entry -> entry.getName().contains("aotinductor"))) {
        throw exported(model);
      }
      if (archive.stream().noneMatch(entry -> entry.getName().endsWith("/constants.pkl"))) {
        throw new LimbeckException(
            model
                + ": weights or a pickled module, not TorchScript; save it with torch.jit.script(model.eval()).save(...) or export it to ONNX with torch.onnx.export");
      }
    } catch (IOException e) {
      throw new LimbeckException(
          "%s: not a TorchScript archive (%s); save it with torch.jit.script(model.eval()).save(...) or export it to ONNX with torch.onnx.export"
              .formatted(model, AtomicFiles.reason(e)),
          e);
    }
  }

  private static LimbeckException exported(Path model) {
    return new LimbeckException(
        model
            + ": a .pt2 file holds a program of another kind, which cannot be run here; export to ONNX with torch.onnx.export");
  }

  /** The child's entry. */
  public static void main(String[] arguments) {
    ModelServer.serve(arguments, ScriptServedModel::new);
  }
}
