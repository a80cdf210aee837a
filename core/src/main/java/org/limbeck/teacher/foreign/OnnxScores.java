package org.limbeck.teacher.foreign;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limbeck.LimbeckException;
import org.limbeck.data.Examples;
import org.limbeck.data.column.Columns;
import org.limbeck.onnx.MetadataKeys;

/**
 * The scores that an ONNX model, Limbeck's or another, gives some examples in a child process.
 *
 * @param output the name of the output that was read
 * @param values of that output, row-major {@code [examples, classes]}
 * @param costs that it was trained with, if Limbeck wrote it and said so
 * @param fingerprint of the splits it was trained on, if Limbeck wrote it
 * @param notes what was found or decided, a sentence each
 */
@SuppressWarnings("ArrayRecordComponent") // large, read-only
public record OnnxScores(
    String output,
    float[] values,
    Optional<double[]> costs,
    Optional<String> fingerprint,
    List<String> notes) {
  /**
   * Scores examples as the data set holds them, with classes that are called by their numbers.
   *
   * @throws LimbeckException if it is not an ONNX model, or its input or outputs do not fit the
   *     data
   */
  public static OnnxScores of(Path file, Examples examples, int classes) {
    return of(file, examples, IntStream.range(0, classes).mapToObj(Integer::toString).toList());
  }

  /**
   * Scores examples as the data set holds them, unless the model's metadata say how it gets them.
   *
   * @param file an ONNX model, or a Triton model folder
   * @throws LimbeckException if it is not an ONNX model, or its input or outputs do not fit the
   *     data
   */
  public static OnnxScores of(Path file, Examples examples, List<String> classNames) {
    return of(file, examples, Optional.empty(), classNames);
  }

  /**
   * Scores examples of a table, whose raw columns the model gets if it takes them.
   *
   * @param columns of the raw values, where there are any
   */
  public static OnnxScores of(
      Path file, Examples examples, Optional<Columns> columns, List<String> classNames) {
    try (var model =
        new OpenModel(ModelFile.onnx(file, ModelInput.FOUND, ModelOutput.FOUND), classNames)) {
      var inputs = ModelInputs.of(model, columns, examples.shape(), new float[examples.shape()[0]]);
      float[] values = model.scores(inputs.of(examples), examples.size());
      var metadata = model.description().metadata();
      return new OnnxScores(
          model.output(),
          values,
          model.costs(),
          Optional.ofNullable(metadata.get(MetadataKeys.FINGERPRINT)),
          model.notes());
    }
  }
}
