package org.limbeck.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.LimbeckException;

/**
 * A table of numbers with one label column, from CSV files (plain or {@code .gz}).
 *
 * <p>{@code train} names the file with the examples, {@code test} the official test part (left out:
 * a share of train is held out), {@code label} the column with the class (default {@code class}),
 * {@code group} a column with subgroups, which is then no feature.
 */
public final class CsvSource implements DatasetSource {
  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String description() {
    return "your own table: train: FILE.csv[.gz], test: FILE and group: COLUMN (optional), label: COLUMN";
  }

  @Override
  public List<String> options() {
    return List.of("train", "test", "label", "group");
  }

  @Override
  public SourceData load(Map<String, String> options) {
    String train = options.get("train");
    if (train == null) {
      throw new LimbeckException("data.train: missing; name the CSV file with the examples");
    }
    String label = options.getOrDefault("label", "class");
    Optional<String> group = Optional.ofNullable(options.get("group"));
    FeatureTable csv = read(train, label, group);
    List<String> names = csv.classNames();
    List<String> groups = csv.groupNames();
    if (groups.size() == 1) {
      throw new LimbeckException(
          "data.group: column '%s' of %s has one value only, '%s'; leave group out"
              .formatted(group.orElse(""), train, groups.get(0)));
    }
    int[] shape = {csv.features().size()};
    Optional<Examples> test =
        Optional.ofNullable(options.get("test"))
            .map(file -> sameColumns(read(file, label, group), csv, file))
            .map(table -> table.examples(shape, names, groups));
    String name = Path.of(train).getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", "");
    return new SourceData(
        name, "", names, groups, csv.examples(shape, names, groups), test, List.of());
  }

  private static FeatureTable sameColumns(FeatureTable test, FeatureTable train, String file) {
    if (!test.features().equals(train.features())) {
      throw new LimbeckException(
          "%s: its columns %s differ from those of the training part %s"
              .formatted(file, test.features(), train.features()));
    }
    return test;
  }

  private static FeatureTable read(String file, String label, Optional<String> group) {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new LimbeckException(file + ": no such file");
    }
    return FeatureTable.read(path, label, group);
  }
}
