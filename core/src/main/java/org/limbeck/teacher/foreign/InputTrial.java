package org.limbeck.teacher.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.limbeck.data.Examples;
import org.limbeck.data.Views;

/**
 * How many examples a foreign model gets right under one of the usual normalisations. At chance
 * level under the given one, another may tell what the model was trained with.
 *
 * @param name of the normalisation, for people
 * @param input that stands for it
 * @param correct examples of the sample that are predicted as their label
 */
record InputTrial(String name, ModelInput input, int correct) {
  /** Longer lists are not written into a message. */
  private static final int MOST_VALUES = 8;

  /**
   * Scores a sample under each normalisation, best first.
   *
   * @param model that takes an example as one array
   * @param chosen examples of the sample
   * @throws org.limbeck.LimbeckException if the model cannot be run on such examples
   */
  static List<InputTrial> all(OpenModel model, Examples examples, int[] chosen) {
    List<InputTrial> trials = new ArrayList<>();
    UsualInputs.of(model.given(), examples, chosen)
        .forEach(
            (name, input) ->
                trials.add(
                    new InputTrial(name, input, correct(model, input, examples, chosen))));
    trials.sort((one, other) -> Integer.compare(other.correct, one.correct));
    return trials;
  }

  private static int correct(OpenModel model, ModelInput input, Examples examples, int[] chosen) {
    InputForm form = model.trial(input, examples.shape());
    var rows = new ExampleInputs(form, examples, Views.NONE, new float[examples.shape()[0]]);
    return correct(model.ordered(rows, chosen, examples.size()), examples, chosen);
  }

  /**
   * The examples that are predicted as their label.
   *
   * @param scores in the order of the data's classes, row-major {@code [chosen, classes]}
   */
  static int correct(float[] scores, Examples examples, int[] chosen) {
    int m = scores.length / chosen.length;
    int correct = 0;
    for (int i = 0; i < chosen.length; i++) {
      int best = 0;
      for (int y = 1; y < m; y++) {
        best = scores[i * m + y] > scores[i * m + best] ? y : best;
      }
      correct += best == examples.labels()[chosen[i]] ? 1 : 0;
    }
    return correct;
  }

  /** What to write into the study file. */
  String keys() {
    if (input.mean().size() > MOST_VALUES) {
      return "input: {mean: [...], deviation: [...]} with a value for each column, or export the model with its scaling";
    }
    List<String> keys = new ArrayList<>();
    input.scale().ifPresent(scale -> keys.add("scale: " + scale));
    if (!input.mean().isEmpty()) {
      keys.add("mean: " + list(input.mean()));
    }
    if (!input.deviation().isEmpty()) {
      keys.add("deviation: " + list(input.deviation()));
    }
    return "input: {%s}".formatted(String.join(", ", keys));
  }

  private static String list(List<Double> values) {
    return DoubleStream.of(values.stream().mapToDouble(v -> v).toArray())
        .mapToObj(value -> Double.toString(value))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
