package org.limbeck.teacher.intake;

import java.util.List;
import java.util.Locale;
import org.limbeck.diagnosis.Certainty;
import org.limbeck.diagnosis.ClassOrder;

/**
 * What labels say about another order of classes, in words.
 *
 * @param found by the labels
 * @param classes in the order of the labels
 */
public record OrderEvidence(ClassOrder found, List<String> classes) {
  public OrderEvidence {
    classes = List.copyOf(classes);
  }

  /** Whether another order is likely or certain. */
  public boolean isOther() {
    return found.certainty() != Certainty.NONE;
  }

  /** How many examples are right in either order, and which classes are moved. */
  public String text() {
    return "%d of %d examples with labels are right (%s), and %d would be (%s) with %s%s"
        .formatted(
            found.correct(),
            found.examples(),
            bounds(found.correct()),
            found.correctMoved(),
            bounds(found.correctMoved()),
            moves(),
            unsure());
  }

  private String bounds(int correct) {
    return "accuracy %s to %s at 95 %% each"
        .formatted(decimal(found.lower(correct)), decimal(found.upper(correct)));
  }

  private String moves() {
    List<String> moves =
        found.moved().stream()
            .map(
                y ->
                    "'%s' at the place of '%s'"
                        .formatted(classes.get(y), classes.get(found.columns()[y])))
            .toList();
    return ColumnOrder.first(moves);
  }

  private String unsure() {
    return found.unsure().isEmpty()
        ? ""
        : "; the places of %s follow from few examples, so check them"
            .formatted(ColumnOrder.first(found.unsure().stream().map(classes::get).toList()));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
