package org.limbeck.cli.text;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.limbeck.data.Dataset;
import org.limbeck.data.Examples;
import org.limbeck.data.Split;
import org.limbeck.objective.Strata;

/** How many examples each class, and each class in each group, has in each split. */
public final class CountsTable {
  /** Characters of the longest bar. */
  private static final int BAR = 40;

  private CountsTable() {}

  public static String of(Dataset data) {
    String classes = table("class", data, Strata.classes(data.classNames())).toString();
    List<String> groups = data.groupNames();
    return groups.isEmpty()
        ? classes
        : classes
            + System.lineSeparator()
            + table("group", data, new Strata(Strata.By.GROUP, data.classNames(), groups))
            + System.lineSeparator()
            + table(
                "class in group",
                data,
                new Strata(Strata.By.CLASS_AND_GROUP, data.classNames(), groups));
  }

  private static TextTable table(String title, Dataset data, Strata strata) {
    Map<Split, int[]> counts = new EnumMap<>(Split.class);
    counts.put(Split.TRAIN, counts(strata, data.train()));
    counts.put(Split.VALIDATION, counts(strata, data.validation()));
    counts.put(Split.TEST, counts(strata, data.test()));
    var table = new TextTable(List.of(title, "train", "validation", "test", "train"), 1);
    int largest = Arrays.stream(of(counts, Split.TRAIN)).max().orElse(1);
    for (int part = 0; part < strata.size(); part++) {
      int train = of(counts, Split.TRAIN)[part];
      table.add(
          List.of(
              strata.names().get(part),
              Integer.toString(train),
              Integer.toString(of(counts, Split.VALIDATION)[part]),
              Integer.toString(of(counts, Split.TEST)[part]),
              bar(train, largest)));
    }
    table.add(
        List.of(
            "all",
            sum(counts, Split.TRAIN),
            sum(counts, Split.VALIDATION),
            sum(counts, Split.TEST),
            ""));
    return table;
  }

  private static int[] counts(Strata strata, Examples examples) {
    var counts = new int[strata.size()];
    for (int part : strata.labels(examples.labels(), examples.groups())) {
      counts[part]++;
    }
    return counts;
  }

  private static int[] of(Map<Split, int[]> counts, Split split) {
    return counts.getOrDefault(split, new int[0]);
  }

  private static String bar(int count, int largest) {
    return count == 0 ? "" : "█".repeat(Math.max(1, Math.round((float) BAR * count / largest)));
  }

  private static String sum(Map<Split, int[]> counts, Split split) {
    return Integer.toString(Arrays.stream(of(counts, split)).sum());
  }
}
