package org.limbeck.teacher.foreign;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.limbeck.LimbeckException;
import org.limbeck.data.Examples;
import org.limbeck.metric.ClopperPearson;

/**
 * What another normalisation of its inputs would do for a model that is near chance. It is said,
 * never done: a model may be as bad as it looks.
 */
record InputAdvice(OpenModel model, Examples examples) {
  private static final int SAMPLE = 500;
  private static final double LEVEL = 0.999;

  /**
   * A sentence's end on what was tried.
   *
   * @param inputs as the model gets them now
   */
  String of(RowInputs inputs) {
    int[] chosen = UsualInputs.sample(examples.size(), SAMPLE);
    try {
      int now =
          InputTrial.correct(
              model.ordered(inputs, chosen, examples.size()), examples, chosen);
      List<InputTrial> trials = InputTrial.all(model, examples, chosen);
      return of(trials, now, chosen.length);
    } catch (LimbeckException e) {
      return "; the usual normalisations could not be tried: " + e.getMessage();
    }
  }

  private static String of(List<InputTrial> trials, int now, int n) {
    InputTrial best = trials.get(0);
    boolean better =
        ClopperPearson.lower(best.correct(), n, LEVEL) > ClopperPearson.upper(now, n, LEVEL);
    return better
        ? "; with '%s' its accuracy would be %s instead of %s (on %d examples): write %s, if it was trained so"
            .formatted(best.name(), share(best.correct(), n), share(now, n), n, best.keys())
        : "; none of the usual normalisations makes it better (tried: %s)"
            .formatted(
                trials.stream().map(InputTrial::name).sorted().collect(Collectors.joining(", ")));
  }

  private static String share(int correct, int n) {
    return String.format(Locale.ROOT, "%.2f", (double) correct / n);
  }
}
