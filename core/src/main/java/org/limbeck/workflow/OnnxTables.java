package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.scores.ScoreTable;
import org.limbeck.teacher.foreign.OnnxScores;
import org.limbeck.workflow.scored.ScoredExamples;

/** The output of an ONNX model as a table of scores. */
final class OnnxTables {
  private static final double SUM_TOLERANCE = 1e-3;

  private OnnxTables() {}

  static ScoreTable table(Path file, OnnxScores scores, ScoredExamples data, List<String> notes) {
    float[] values = scores.values();
    int m = data.classes();
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new LimbeckException(
            "%s: its score of example %d for class '%s' is %s; %s"
                .formatted(
                    file, i / m, data.classNames().get(i % m), values[i], remedy(data, i / m)));
      }
    }
    int[] labels = data.examples().labels();
    if (probabilities(values, m)) {
      notes.add("the output holds probabilities, so their logarithms are the scores");
      return ScoreTable.ofProbabilities(file.toString(), m, labels, doubles(values));
    }
    return ScoreTable.ofLogits(file.toString(), m, labels, values, Optional.empty());
  }

  private static String remedy(ScoredExamples data, int example) {
    var row = new float[data.examples().raw().exampleSize()];
    data.examples().raw().read(example, row, 0);
    for (float value : row) {
      if (Float.isNaN(value)) {
        return "the example has missing values, which the model does not take: leave such rows out, or train with missing: mean or flag";
      }
    }
    return "give a model with finite scores";
  }

  private static double[] doubles(float[] values) {
    var doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  private static boolean probabilities(float[] values, int classes) {
    for (int start = 0; start < values.length; start += classes) {
      double sum = 0;
      for (int i = start; i < start + classes; i++) {
        if (values[i] < 0 || values[i] > 1) {
          return false;
        }
        sum += values[i];
      }
      if (Math.abs(sum - 1) > SUM_TOLERANCE) {
        return false;
      }
    }
    return true;
  }
}
