package org.limbeck.workflow;

import java.util.List;
import java.util.Optional;
import org.limbeck.calibration.LogProbabilities;
import org.limbeck.calibration.LogitRows;
import org.limbeck.diagnosis.ClassOrder;
import org.limbeck.diagnosis.LabelledRows;
import org.limbeck.diagnosis.ScoreChecks;
import org.limbeck.scores.ScoreTable;
import org.limbeck.scores.Scores;
import org.limbeck.teacher.intake.OrderEvidence;

/**
 * A hint that scores or predictions are in another order of classes than the labels. It is said,
 * and changes nothing.
 */
public final class OrderHint {
  /** With more classes the search takes seconds, so it is made only where most are wrong. */
  private static final int MANY_CLASSES = 200;

  private static final long MOST_VALUES = 50_000_000;
  private static final double PREDICTED = 10;

  private OrderHint() {}

  /** The hint, if the labels call for one. */
  public static Optional<String> of(ScoreTable table) {
    if (!isWorthASearch(table)) {
      return Optional.empty();
    }
    var rows = new LabelledRows(rows(table), table.labels());
    return ScoreChecks.of(List.of(rows))
        .order()
        .filter(found -> new OrderEvidence(found, table.namesOfClasses()).isOther())
        .filter(found -> found.unsure().isEmpty()) // else a poor model may only confuse them
        .map(found -> text(table, found));
  }

  private static boolean isWorthASearch(ScoreTable table) {
    long values = (long) table.examples() * table.classes();
    int correct = 0;
    for (int i = 0; i < table.examples(); i++) {
      correct += table.labels()[i] == table.predictions()[i] ? 1 : 0;
    }
    return correct < table.examples()
        && table.classes() <= ClassOrder.MOST_CLASSES
        && (table.classes() <= MANY_CLASSES || 2 * correct < table.examples())
        && (values <= MOST_VALUES || !(table.scores() instanceof Scores.None));
  }

  /** The scores; predictions alone count as scores that are sure of them. */
  private static LogitRows rows(ScoreTable table) {
    if (!(table.scores() instanceof Scores.None)) {
      return table.logProbabilities();
    }
    var rows = new LogProbabilities.Builder(table.classes());
    for (int predicted : table.predictions()) {
      var row = new double[table.classes()];
      row[predicted] = PREDICTED;
      rows.addLogits(row);
    }
    return rows.build();
  }

  private static String text(ScoreTable table, ClassOrder found) {
    List<String> names = table.namesOfClasses();
    StringBuilder order = new StringBuilder();
    for (int y : found.classOfColumn()) {
      order.append(order.isEmpty() ? "" : ",").append(names.get(y));
    }
    return "the classes of %s seem to be in another order than those of the labels: %s. If that is so, the order of its classes is %s: correct the file%s. Nothing was changed"
        .formatted(
            table.source(),
            new OrderEvidence(found, names).text(),
            order,
            table.classNames().isEmpty() ? "" : ", or name them in that order with --classes");
  }
}
