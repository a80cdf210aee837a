package org.limbeck.store.foreign;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.Json;
import org.limbeck.teacher.foreign.ForeignSource;
import org.limbeck.teacher.foreign.ForeignSource.Ensemble;
import org.limbeck.teacher.foreign.ForeignSource.OnnxModel;
import org.limbeck.teacher.foreign.ForeignSource.ScoreFiles;
import org.limbeck.teacher.foreign.ForeignSource.TorchScriptModel;
import org.limbeck.teacher.foreign.ModelInput;
import org.limbeck.teacher.foreign.ModelOutput;

/**
 * The options of a source as canonical JSON. Every key and every name of a choice is spelled out,
 * since ids of runs depend on them; an option of a later version has to be left out where it has
 * the value that runs had before.
 */
final class ForeignOptions {
  private ForeignOptions() {}

  static String of(ForeignSource source) {
    return Json.canonical(node(source));
  }

  private static ObjectNode node(ForeignSource source) {
    if (source instanceof OnnxModel model) {
      return model("onnx", model.input(), model.output());
    }
    if (source instanceof TorchScriptModel model) {
      return model("torchscript", model.input(), model.output());
    }
    if (source instanceof ScoreFiles files) {
      return object()
          .put("id", files.id().orElse(null))
          .put("kind", "scores")
          .set("output", output(files.output()));
    }
    return ensemble((Ensemble) source);
  }

  private static ObjectNode ensemble(Ensemble ensemble) {
    ArrayNode members = JsonNodeFactory.instance.arrayNode();
    ensemble.members().forEach(member -> members.add(node(member)));
    return object()
        .put("kind", "ensemble")
        .<ObjectNode>set("members", members)
        .put("weights", weights(ensemble.combination()));
  }

  private static String weights(Ensemble.Combination combination) {
    return switch (combination) {
      case MEAN_PROBABILITY -> "MEAN_PROBABILITY";
      case MEAN_LOGIT -> "MEAN_LOGIT";
      case VALIDATION -> "VALIDATION";
    };
  }

  private static ObjectNode model(String kind, ModelInput input, ModelOutput output) {
    return object()
        .<ObjectNode>set("input", input(input))
        .put("kind", kind)
        .set("output", output(output));
  }

  private static ObjectNode input(ModelInput input) {
    return object()
        .<ObjectNode>set("deviation", numbers(input.deviation()))
        .put("layout", input.layout().map(ForeignOptions::layout).orElse(null))
        .<ObjectNode>set("mean", numbers(input.mean()))
        .put("name", input.name().orElse(null))
        .put("scale", scale(input));
  }

  private static @Nullable Double scale(ModelInput input) {
    return input.scale().isPresent() ? input.scale().getAsDouble() : null;
  }

  private static String layout(ModelInput.Layout layout) {
    return switch (layout) {
      case NCHW -> "NCHW";
      case NHWC -> "NHWC";
    };
  }

  private static ObjectNode output(ModelOutput output) {
    ArrayNode classes = JsonNodeFactory.instance.arrayNode();
    output.classes().forEach(classes::add);
    return object()
        .<ObjectNode>set("classes", classes)
        .put("kind", output.kind().map(ForeignOptions::kind).orElse(null))
        .put("name", output.name().orElse(null));
  }

  private static String kind(ModelOutput.Kind kind) {
    return switch (kind) {
      case LOGITS -> "LOGITS";
      case PROBABILITIES -> "PROBABILITIES";
    };
  }

  private static ArrayNode numbers(List<Double> values) {
    ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
    values.forEach(numbers::add);
    return numbers;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
