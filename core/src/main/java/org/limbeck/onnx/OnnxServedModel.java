package org.limbeck.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.limbeck.base.Closer;
import org.limbeck.child.ModelDescription;
import org.limbeck.child.NamedArray;
import org.limbeck.child.ServedModel;

/** A foreign model in ONNX Runtime, in the child process. */
final class OnnxServedModel implements ServedModel {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final ModelDescription description;
  private final List<String> classes;

  OnnxServedModel(String file, int threads) {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      session = environment.createSession(file, options);
      classes = OnnxClassLabels.of(Path.of(file));
      description =
          new ModelDescription(
              "ONNX Runtime " + environment.getVersion(),
              session.getInputInfo().values().stream().map(OnnxNodes::port).toList(),
              session.getOutputInfo().values().stream().map(OnnxNodes::port).toList(),
              session.getMetadata().getCustomMetadata(),
              classes);
    } catch (OrtException e) {
      throw new IllegalStateException(
          "ONNX Runtime does not load it: %s; give a model that ONNX Runtime %s runs"
              .formatted(OnnxNodes.reason(e), environment.getVersion()),
          e);
    }
  }

  @Override
  public ModelDescription description() {
    return description;
  }

  @Override
  public List<NamedArray> run(List<NamedArray> inputs, List<String> wanted) {
    var closer = new Closer();
    try (closer) {
      Map<String, NodeInfo> declared = session.getInputInfo();
      Map<String, OnnxTensorLike> tensors = new HashMap<>();
      for (NamedArray input : inputs) {
        var info = (TensorInfo) Objects.requireNonNull(declared.get(input.name())).getInfo();
        OnnxTensor tensor = OnnxInputs.tensor(environment, input, info);
        tensors.put(input.name(), closer.add(tensor, OnnxTensor::close));
      }
      try (var result = session.run(tensors, new LinkedHashSet<>(wanted))) {
        List<NamedArray> outputs = new ArrayList<>();
        for (String name : wanted) {
          OnnxValue value = result.get(name).orElseThrow();
          outputs.add(OnnxOutputs.array(name, value, classes));
        }
        return outputs;
      }
    } catch (OrtException e) {
      throw new IllegalStateException(
          "ONNX Runtime does not run it on these examples: %s; give a model of such examples"
              .formatted(OnnxNodes.reason(e)),
          e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime does not close it: " + e.getMessage(), e);
    }
  }
}
