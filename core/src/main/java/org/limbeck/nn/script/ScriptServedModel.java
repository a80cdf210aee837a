package org.limbeck.nn.script;

import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.limbeck.child.ModelDescription;
import org.limbeck.child.NamedArray;
import org.limbeck.child.Port;
import org.limbeck.child.ServedModel;
import org.limbeck.nn.Natives;
import org.limbeck.nn.Tensors;

/** A TorchScript foreign model in LibTorch, in the child process. */
final class ScriptServedModel implements ServedModel {
  private static final int MOST_REASON = 600;

  /** TorchScript declares neither names nor shapes: forward's argument and its result. */
  private static final Port INPUT = new Port("x", Port.Kind.REAL, "tensor", new long[0], false);

  private static final Port OUTPUT =
      new Port("output", Port.Kind.REAL, "tensor", new long[0], false);

  private final JitModule module;

  ScriptServedModel(String file, int threads) {
    Natives.useThreads(threads);
    try {
      module = torch.load(file);
      module.eval();
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "LibTorch %s does not load it: %s; save it with torch.jit.script(model.eval()).save(...) or export it to ONNX with torch.onnx.export"
              .formatted(Natives.version(), reason(e)),
          e);
    }
  }

  /** The message of a C++ error, without its stack. */
  private static String reason(RuntimeException e) {
    String text = String.valueOf(e.getMessage());
    int stack = text.indexOf("Exception raised from");
    text = (stack < 0 ? text : text.substring(0, stack)).replaceAll("\\s+", " ").strip();
    return text.length() <= MOST_REASON ? text : text.substring(text.length() - MOST_REASON);
  }

  @Override
  public ModelDescription description() {
    return new ModelDescription(
        "LibTorch " + Natives.version(), List.of(INPUT), List.of(OUTPUT), Map.of(), List.of());
  }

  @Override
  public List<NamedArray> run(List<NamedArray> inputs, List<String> wanted) {
    var input = (NamedArray.Floats) inputs.get(0);
    try (var scope = new PointerScope();
        var noGrad = new NoGradGuard()) {
      Tensor tensor = Tensors.of(input.values(), input.shape());
      IValue result = module.forward(new IValueVector(new IValue(tensor)));
      if (!result.isTensor()) {
        throw new IllegalStateException(
            "its forward returns a %s, not a tensor of scores; script a module that returns the scores alone"
                .formatted(result.tagKind().getString()));
      }
      Tensor output = result.toTensor().to(ScalarType.Float).contiguous();
      return List.of(new NamedArray.Floats(OUTPUT.name(), sizes(output), Tensors.toFloats(output)));
    } catch (IllegalStateException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "LibTorch does not run it on these examples: %s; give a model of such examples"
              .formatted(reason(e)),
          e);
    }
  }

  private static long[] sizes(Tensor tensor) {
    var sizes = new long[(int) tensor.dim()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = tensor.size(i);
    }
    return sizes;
  }

  @Override
  public void close() {
    module.close();
  }
}
