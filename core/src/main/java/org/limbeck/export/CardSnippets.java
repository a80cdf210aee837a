package org.limbeck.export;

import java.util.List;
import java.util.stream.Collectors;
import org.limbeck.base.Json;
import org.limbeck.data.column.Encoding;
import org.limbeck.data.column.FittedColumn;
import org.limbeck.onnx.RawInput;

/** How to give a model the raw columns of a table, in the languages of a model card. */
final class CardSnippets {
  /** More columns than these are filled in a loop. */
  private static final int LISTED = 30;

  private final Encoding encoding;
  private final List<RawInput> inputs;

  CardSnippets(Encoding encoding) {
    this.encoding = encoding;
    inputs = RawInput.of(encoding);
  }

  private boolean listed() {
    return encoding.columns().size() <= LISTED;
  }

  /** The definition of {@code inputs} in Python. */
  String python() {
    if (encoding.onlyNumbers()) {
      return "inputs = {\"input\": %s}"
          .formatted(listed() ? pythonArray(means("")) : pythonZeros(inputs.get(0).width()));
    }
    return listed() ? pythonColumns() : PYTHON_LOOP;
  }

  private static final String PYTHON_LOOP =
      """
      inputs = {
          i.name: np.array([[""]], dtype=object)
          if i.type == "tensor(string)"
          else np.zeros((1, i.shape[1]), dtype=np.float32)
          for i in session.get_inputs()
      }"""; // one entry for each column of the table above

  private String pythonColumns() {
    var code = new StringBuilder("inputs = {\n");
    for (int i = 0; i < inputs.size(); i++) {
      code.append(
          "    %s: %s,\n"
              .formatted(literal(inputs.get(i).name()), pythonValue(encoding.columns().get(i))));
    }
    return code.append("}").toString();
  }

  private static String pythonValue(FittedColumn column) {
    return switch (column.kind()) {
      case CATEGORY -> "np.array([[%s]], dtype=object)".formatted(literal(column.texts().get(0)));
      case VECTOR -> pythonZeros(column.rawWidth());
      case NUMERIC, FLAG -> pythonArray(mean(column));
    };
  }

  private static String pythonArray(String values) {
    return "np.array([[%s]], dtype=np.float32)".formatted(values);
  }

  private static String pythonZeros(int width) {
    return "np.zeros((1, %s), dtype=np.float32)".formatted(width);
  }

  /** The statements that fill {@code inputs} in Java. */
  String java() {
    if (encoding.onlyNumbers()) {
      return javaPut(
          "input",
          listed()
              ? "new float[][] {{%s}}".formatted(means("f"))
              : javaZeros(inputs.get(0).width()));
    }
    return listed() ? javaColumns() : JAVA_LOOP;
  }

  private static final String JAVA_LOOP =
      """
      for (var input : session.getInputInfo().entrySet()) {
        var info = (TensorInfo) input.getValue().getInfo();
        Object values =
            info.type == OnnxJavaType.STRING
                ? new String[][] {{""}}
                : new float[1][(int) info.getShape()[1]];
        inputs.put(input.getKey(), OnnxTensor.createTensor(environment, values));
      }""";

  private String javaColumns() {
    return inputs.stream()
        .map(
            input ->
                javaPut(input.name(), javaValue(encoding.columns().get(inputs.indexOf(input)))))
        .collect(Collectors.joining("\n"));
  }

  private static String javaPut(String input, String values) {
    return "inputs.put(%s, OnnxTensor.createTensor(environment, %s));"
        .formatted(literal(input), values);
  }

  private static String javaValue(FittedColumn column) {
    return switch (column.kind()) {
      case CATEGORY -> "new String[][] {{%s}}".formatted(literal(column.texts().get(0)));
      case VECTOR -> javaZeros(column.rawWidth());
      case NUMERIC, FLAG -> "new float[][] {{%sf}}".formatted(mean(column));
    };
  }

  private static String javaZeros(int width) {
    return "new float[1][%s]".formatted(width);
  }

  private String means(String suffix) {
    return encoding.columns().stream()
        .map(column -> mean(column) + suffix)
        .collect(Collectors.joining(", "));
  }

  private static String mean(FittedColumn column) {
    return CardInputs.plain(column.means().get(0));
  }

  /** A string literal of Python and Java alike. */
  private static String literal(String text) {
    return Json.canonical(text);
  }
}
