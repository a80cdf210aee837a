package org.limbeck.examples;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.ClassTally;
import org.limbeck.scores.ScoreTable;
import org.limbeck.scores.TableRequest;

/** Evaluates the predictions of any model with limbeck-metrics alone: no native library. */
public final class EvaluateCsv {
  private EvaluateCsv() {}

  /** Prints the accuracy and the worst class of the CSV file named by the first argument. */
  public static void main(String... args) {
    ScoreTable table = ScoreTable.read(Path.of(args[0]), TableRequest.PREDICTIONS);
    ClassTally tally = ClassTally.of(table.classes(), table.labels(), table.predictions());
    ClassMetrics all = ClassMetrics.of(tally, 0.95, OptionalInt.empty());
    System.out.printf(Locale.ROOT, "accuracy %.4f%n", all.accuracy());
    System.out.printf(Locale.ROOT, "class %d: %.4f%n", all.worstClass(), all.worstClassAccuracy());
    System.out.printf(Locale.ROOT, "at least %.4f (95 %%)%n", all.worstClassLowerBound());
  }
}
