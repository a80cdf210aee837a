package org.limbeck.cli.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.FewExamples;
import org.limbeck.metric.GroupMetrics;

/**
 * The groups of an evaluation: a line for each, worst first, then the worst classes within them.
 */
final class GroupText {
  private static final int MOST_LINES = 20;

  private final GroupMetrics metrics;
  private final StringBuilder text = new StringBuilder();

  private GroupText(GroupMetrics metrics) {
    this.metrics = metrics;
  }

  static String of(GroupMetrics metrics, List<String> classes) {
    var writer = new GroupText(metrics);
    writer.table("group", metrics.group(), metrics.names());
    writer.table("class in group", metrics.classInGroup(), writer.cells(classes));
    return writer.text.toString();
  }

  private List<String> cells(List<String> classes) {
    int m = metrics.classes();
    return IntStream.range(0, metrics.classInGroup().classes())
        .mapToObj(
            cell -> "%s in %s".formatted(classes.get(cell % m), metrics.names().get(cell / m)))
        .toList();
  }

  private void table(String title, ClassMetrics of, List<String> names) {
    List<Integer> worstFirst =
        IntStream.range(0, of.classes())
            .filter(part -> of.classCount().get(part) > 0)
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    part -> Objects.requireNonNull(of.classAccuracy().get(part))))
            .toList();
    line("");
    line("%-24s %8s %9s %12s", title, "count", "accuracy", "lower bound");
    worstFirst.stream().limit(MOST_LINES).forEach(part -> row(of, names, part));
    if (worstFirst.size() > MOST_LINES) {
      line("The %d worst of %d are shown; --json has them all.", MOST_LINES, worstFirst.size());
    }
    int absent = of.classes() - worstFirst.size();
    if (absent > 0) {
      line("%d of %d have no examples, so nothing above is about them.", absent, of.classes());
    }
  }

  private void row(ClassMetrics of, List<String> names, int part) {
    int count = of.classCount().get(part);
    line(
        "%-24s %8d %9.4f %12.4f%s",
        names.get(part),
        count,
        of.classAccuracy().get(part),
        of.classLowerBound().get(part),
        FewExamples.onTest(count) ? "  few examples" : "");
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
