package org.limbeck.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.GroupMetrics;

/** The part of a model card on groups, where the data have any. */
final class CardGroups {
  private CardGroups() {}

  static String of(@Nullable GroupMetrics groups, List<String> classNames) {
    if (groups == null) {
      return "";
    }
    List<List<String>> rows = new ArrayList<>();
    for (int g = 0; g < groups.names().size(); g++) {
      rows.add(row(groups.names().get(g), "all", groups.group(), g));
      for (int y = 0; y < groups.classes(); y++) {
        String name = classNames.get(y);
        rows.add(row(groups.names().get(g), name, groups.classInGroup(), groups.cell(y, g)));
      }
    }
    List<String> header = List.of("Group", "Class", "Test examples", "Accuracy", "Lower bound", "");
    return "Groups, and classes within them; bounds are for each by itself:\n\n"
        + Markdown.table(2, header, rows)
        + "\n";
  }

  private static List<String> row(String group, String name, ClassMetrics metrics, int part) {
    int count = metrics.classCount().get(part);
    return List.of(
        Markdown.escape(group),
        Markdown.escape(name),
        Integer.toString(count),
        CardResults.accuracy(metrics.classAccuracy().get(part)),
        CardResults.bound(metrics.classLowerBound().get(part)),
        CardResults.few(count, "few examples"));
  }
}
