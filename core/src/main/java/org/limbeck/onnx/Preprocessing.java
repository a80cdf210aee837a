package org.limbeck.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.limbeck.data.column.ColumnKind;
import org.limbeck.data.column.Encoding;
import org.limbeck.data.column.FittedColumn;
import org.limbeck.data.column.MissingValues;

/**
 * The nodes that turn raw columns into features, as {@link org.limbeck.data.column.Encoder} does.
 *
 * <p>OneHotEncoder gives zeros for a text that it does not know; the empty text is its first
 * category, which says what is missing. "Other" is 1 less the sum of all of them.
 */
final class Preprocessing {
  private final OnnxGraph graph;
  private final Encoding encoding;
  private final List<String> features = new ArrayList<>();
  private final List<String> flags = new ArrayList<>();

  private Preprocessing(OnnxGraph graph, Encoding encoding) {
    this.graph = graph;
    this.encoding = encoding;
  }

  /** Adds inputs and nodes; the next node of the graph reads the features. */
  static void add(OnnxGraph graph, Encoding encoding) {
    new Preprocessing(graph, encoding).add();
  }

  private void add() {
    List<RawInput> inputs = RawInput.of(encoding);
    inputs.forEach(
        input ->
            graph.addInput(
                input.name(),
                input.kind() == ColumnKind.CATEGORY ? DataType.STRING : DataType.FLOAT,
                input.width()));
    if (encoding.onlyNumbers()) {
      addMatrix(inputs.get(0).name());
    } else {
      for (int i = 0; i < inputs.size(); i++) {
        addColumn("column" + i, inputs.get(i).name(), encoding.columns().get(i));
      }
    }
    features.addAll(flags);
    graph.branchFrom(features.size() == 1 ? features.get(0) : joined(features));
  }

  private String joined(List<String> parts) {
    return graph.node("Concat", parts, OnnxAttributes.of("axis", 1));
  }

  /** All columns at once: each is one number. */
  private void addMatrix(String input) {
    float[] means = floats(encoding.columns().stream().map(c -> c.means().get(0)).toList());
    String missing = addNumbers("columns", input, means);
    long[] flagged =
        LongStream.range(0, means.length)
            .filter(i -> encoding.columns().get((int) i).flagged())
            .toArray();
    if (flagged.length > 0) {
      graph.addIntegers("columns.flagged", flagged);
      flags.add(gathered(cast(missing), "columns.flagged"));
    }
  }

  private void addColumn(String prefix, String input, FittedColumn column) {
    if (column.kind() == ColumnKind.CATEGORY) {
      addTexts(prefix, input, column);
      return;
    }
    String missing = addNumbers(prefix, input, floats(column.means()));
    if (column.flagged()) {
      String flag = cast(missing);
      flags.add(
          column.rawWidth() == 1
              ? flag
              : graph.node("ReduceMax", List.of(flag), OnnxAttributes.repeated("axes", 1, 1)));
    }
  }

  /** Adds numbers with their means in the place of missing ones; returns which are missing. */
  private String addNumbers(String prefix, String input, float[] means) {
    if (encoding.missing() == MissingValues.REFUSE) {
      features.add(input); // NaN stays, so that the scores are NaN too
      return input;
    }
    String name = prefix + ".mean";
    graph.addInitialiser(name, List.of(1, means.length), means);
    String missing = graph.node("IsNaN", List.of(input));
    features.add(graph.node("Where", List.of(missing, name, input)));
    return missing;
  }

  private void addTexts(String prefix, String input, FittedColumn column) {
    List<String> known = new ArrayList<>(List.of(""));
    known.addAll(column.texts());
    String oneHot =
        graph.mlNode(
            "OneHotEncoder",
            input,
            OnnxAttributes.strings("cats_strings", known),
            OnnxAttributes.of("zeros", 1));
    graph.addIntegers(prefix + ".shape", 0, known.size());
    String flat = graph.node("Reshape", List.of(oneHot, prefix + ".shape"));
    graph.addIntegers(prefix + ".texts", LongStream.range(1, known.size()).toArray());
    features.add(gathered(flat, prefix + ".texts"));
    if (column.other()) {
      features.add(rest(prefix, flat));
    }
    if (column.flagged()) {
      graph.addIntegers(prefix + ".empty", 0);
      flags.add(gathered(flat, prefix + ".empty"));
    }
  }

  /** 1 where no category matched, the empty one included. */
  private String rest(String prefix, String flat) {
    graph.addIntegers(prefix + ".axis", 1);
    graph.addInitialiser(prefix + ".one", List.of(1, 1), new float[] {1});
    String matched = graph.node("ReduceSum", List.of(flat, prefix + ".axis"));
    return graph.node("Sub", List.of(prefix + ".one", matched));
  }

  private String gathered(String values, String indices) {
    return graph.node("Gather", List.of(values, indices), OnnxAttributes.of("axis", 1));
  }

  private String cast(String bools) {
    return graph.node("Cast", List.of(bools), OnnxAttributes.of("to", DataType.FLOAT.getNumber()));
  }

  private static float[] floats(List<Float> values) {
    var floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i);
    }
    return floats;
  }
}
