package org.limbeck.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.limbeck.data.Dataset;
import org.limbeck.data.Examples;
import org.limbeck.data.column.Encoding;
import org.limbeck.onnx.MetadataKeys;
import org.limbeck.store.RunRecord;

/** The sections of a model card that say what the model is and how to run it. */
final class CardUsage {
  private CardUsage() {}

  static String of(SelectedStudent student, StudentModel model, Dataset data) {
    return about(student, model, data)
        + "\n"
        + data.encoding().map(CardUsage::ofColumns).orElseGet(() -> examples(data.shape()));
  }

  private static String about(SelectedStudent student, StudentModel model, Dataset data) {
    RunRecord run = student.run();
    return """
        # Student for %s

        A classifier with %s classes in `student.onnx`: network `%s`, %s parameters, %s by Limbeck.%s

        %s
        - Output `logits`: float32 `[batch, %s]`, one score a class. The prediction is the class with the largest.
        - Output `probabilities`: float32 `[batch, %s]`, the softmax of the scores.
        - Class names in the order of the outputs: metadata `%s`, a JSON array.
        """
        .formatted(
            Markdown.escape(run.data().name()),
            data.classes(),
            run.spec().network(),
            String.format(Locale.ROOT, "%,d", model.network().parameters()),
            student.teacher().isPresent()
                ? "distilled from a teacher"
                : "trained on labels alone, without a teacher,",
            warnings(student.warnings()),
            data.encoding()
                .map(encoding -> new CardInputs(encoding).bullet())
                .orElseGet(() -> input(data)),
            data.classes(),
            data.classes(),
            MetadataKeys.CLASS_NAMES);
  }

  private static String input(Dataset data) {
    String shape = join(data.shape(), " x ");
    return "- Input `input`: float32 `[batch, %s]`, %s per example in the units of the data set, not normalised (the model does that). In training: values from %s to %s."
        .formatted(
            join(data.shape(), ", "),
            data.shape().length == 1 ? shape + " features" : shape + " (channels x rows x columns)",
            extreme(data.train(), false),
            extreme(data.train(), true));
  }

  private static String warnings(List<String> warnings) {
    return warnings.stream()
        .map(warning -> "\n\n**Warning:** " + Markdown.escape(warning))
        .collect(Collectors.joining());
  }

  private static float extreme(Examples examples, boolean largest) {
    var row = new float[examples.exampleSize()];
    float extreme = largest ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
    for (int example = 0; example < examples.size(); example++) {
      examples.values().read(example, row, 0);
      for (float value : row) {
        extreme = largest ? Math.max(extreme, value) : Math.min(extreme, value);
      }
    }
    return extreme;
  }

  private static String examples(int[] shape) {
    int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    String batch = "1, " + join(shape, ", ");
    return """
        ## How to run it

        Python, `pip install onnxruntime`:

        ```python
        import json
        import numpy as np
        import onnxruntime

        session = onnxruntime.InferenceSession("student.onnx")
        names = json.loads(session.get_modelmeta().custom_metadata_map["class_names"])
        inputs = np.zeros((%s), dtype=np.float32)
        logits, probabilities = session.run(["logits", "probabilities"], {"input": inputs})
        print(names[logits[0].argmax()], probabilities[0].max())
        ```

        Java, `com.microsoft.onnxruntime:onnxruntime`:

        ```java
        var environment = OrtEnvironment.getEnvironment();
        float[] values = new float[%s];
        try (var session = environment.createSession("student.onnx");
            var input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), new long[] {%s});
            var result = session.run(Map.of("input", input))) {
          float[][] probabilities = (float[][]) result.get("probabilities").orElseThrow().getValue();
          System.out.println(Arrays.toString(probabilities[0]));
        }
        ```
        """
        .formatted(batch, size, batch);
  }

  private static String ofColumns(Encoding encoding) {
    var snippets = new CardSnippets(encoding);
    return new CardInputs(encoding).table()
        + """

        ## How to run it

        Python, `pip install onnxruntime`:

        ```python
        import json
        import numpy as np
        import onnxruntime

        session = onnxruntime.InferenceSession("student.onnx")
        names = json.loads(session.get_modelmeta().custom_metadata_map["class_names"])
        %s
        logits, probabilities = session.run(["logits", "probabilities"], inputs)
        print(names[logits[0].argmax()], probabilities[0].max())
        ```

        Java, `com.microsoft.onnxruntime:onnxruntime`:

        ```java
        var environment = OrtEnvironment.getEnvironment();
        try (var session = environment.createSession("student.onnx")) {
          Map<String, OnnxTensor> inputs = new HashMap<>();
        %s
          try (var result = session.run(inputs)) {
            float[][] probabilities = (float[][]) result.get("probabilities").orElseThrow().getValue();
            System.out.println(Arrays.toString(probabilities[0]));
          }
        }
        ```
        """
            .formatted(snippets.python(), snippets.java().indent(2).stripTrailing());
  }

  private static String join(int[] shape, String separator) {
    return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(separator));
  }
}
