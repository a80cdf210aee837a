package org.limbeck.teacher.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.limbeck.LimbeckException;
import org.limbeck.data.Examples;
import org.limbeck.data.Views;
import org.limbeck.metric.ClopperPearson;

/**
 * Tries the usual normalisations of inputs on a model that is near chance. What they would change
 * is said, never done: a model may be as bad as it looks.
 *
 * @param model that takes an example as one array
 * @param examples with labels
 */
record InputTrial(OpenModel model, Examples examples) {
  private static final int SAMPLE = 500;
  private static final double LEVEL = 0.999;

  /** Longer lists are not written into a message. */
  private static final int MOST_VALUES = 8;

  /**
   * How a normalisation does.
   *
   * @param name for people
   * @param correct examples of the sample that are predicted as their label
   */
  private record Outcome(String name, ModelInput input, int correct) {}

  /**
   * The end of a sentence on what was tried.
   *
   * @param inputs as the model gets them now
   */
  String advice(RowInputs inputs) {
    int[] chosen = UsualInputs.sample(examples.size(), SAMPLE);
    try {
      int now = correct(inputs, chosen);
      List<Outcome> outcomes = new ArrayList<>();
      UsualInputs.of(model.given(), examples, chosen)
          .forEach((name, input) -> outcomes.add(outcome(name, input, chosen)));
      outcomes.sort((one, other) -> Integer.compare(other.correct, one.correct));
      return text(outcomes, now, chosen.length);
    } catch (LimbeckException e) {
      return "; the usual normalisations could not be tried: " + e.getMessage();
    }
  }

  private Outcome outcome(String name, ModelInput input, int[] chosen) {
    InputForm form = model.trial(input, examples.shape());
    var rows = new ExampleInputs(form, examples, Views.NONE, new float[examples.shape()[0]]);
    return new Outcome(name, input, correct(rows, chosen));
  }

  private int correct(RowInputs inputs, int[] chosen) {
    float[] scores = model.ordered(inputs, chosen, examples.size());
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

  private static String text(List<Outcome> outcomes, int now, int n) {
    Outcome best = outcomes.get(0);
    boolean better =
        ClopperPearson.lower(best.correct, n, LEVEL) > ClopperPearson.upper(now, n, LEVEL);
    return better
        ? "; with '%s' its accuracy would be %s instead of %s (on %d examples): write %s, if it was trained so"
            .formatted(best.name, share(best.correct, n), share(now, n), n, keys(best.input))
        : "; none of the usual normalisations makes it better (tried: %s)"
            .formatted(
                outcomes.stream().map(Outcome::name).sorted().collect(Collectors.joining(", ")));
  }

  private static String share(int correct, int n) {
    return String.format(Locale.ROOT, "%.2f", (double) correct / n);
  }

  /** What to write into the study file. */
  private static String keys(ModelInput input) {
    if (input.mean().size() > MOST_VALUES) {
      return "input: {mean: [...], deviation: [...]} with a value for each column, or export the model with its scaling";
    }
    List<String> keys = new ArrayList<>();
    input.scale().ifPresent(scale -> keys.add("scale: " + scale));
    if (!input.mean().isEmpty()) {
      keys.add("mean: " + input.mean());
    }
    if (!input.deviation().isEmpty()) {
      keys.add("deviation: " + input.deviation());
    }
    return "input: {%s}".formatted(String.join(", ", keys));
  }
}
