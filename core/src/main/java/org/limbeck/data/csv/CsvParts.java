package org.limbeck.data.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.Charsets;
import org.limbeck.data.Examples;
import org.limbeck.data.SharedRows;
import org.limbeck.data.SourceData;

/**
 * The files that {@link CsvSource} reads.
 *
 * @param train with the examples
 * @param test the official test part, if there is one
 * @param encoding the charset of both; if empty, that of a byte order mark, else UTF-8
 * @param label the column with the class
 * @param group the column with subgroups, if there is one
 * @param leftOut columns that are not features
 * @param id the column with the ids of the rows, if there is one
 */
record CsvParts(
    String train,
    Optional<String> test,
    Optional<Charset> encoding,
    String label,
    Optional<String> group,
    List<String> leftOut,
    Optional<String> id) {

  static CsvParts of(Map<String, String> options) {
    return new CsvParts(
        required(options),
        Optional.ofNullable(options.get("test")),
        Optional.ofNullable(options.get("encoding"))
            .map(name -> Charsets.named("data.encoding", name)),
        options.getOrDefault("label", "class"),
        Optional.ofNullable(options.get("group")),
        List.of(),
        Optional.ofNullable(options.get("id")));
  }

  private static String required(Map<String, String> options) {
    String train = options.get("train");
    if (train == null) {
      throw new LimbeckException("data.train: missing; name the CSV file with the examples");
    }
    return train;
  }

  SourceData load() {
    test.ifPresent(this::refuseTrain);
    FeatureTable csv = read(train);
    List<String> names = csv.classNames();
    List<String> groups = csv.groupNames();
    if (groups.size() == 1) {
      throw new LimbeckException(
          "data.group: column '%s' of %s has one value only, '%s'; leave group out"
              .formatted(group.orElse(""), train, groups.get(0)));
    }
    int[] shape = {csv.features().size()};
    Examples examples = csv.examples(shape, names, groups);
    Optional<Examples> tested =
        test.map(file -> sameColumns(read(file), csv, file))
            .map(table -> table.examples(shape, names, groups));
    String name = Path.of(train).getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", "");
    return new SourceData(name, "", names, groups, examples, tested, notes(examples, tested));
  }

  private static List<String> notes(Examples train, Optional<Examples> test) {
    return test.flatMap(rows -> SharedRows.note(rows, "test file", train, "training file")).stream()
        .toList();
  }

  private void refuseTrain(String other) {
    if (isSame(existing(train), existing(other))) {
      throw new LimbeckException(
          "data.test: %s is the same file as data.train, so test would measure what was learned by heart; leave data.test out, and a share of each class (data.testShare) is held out, or name another file"
              .formatted(other));
    }
  }

  private static boolean isSame(Path a, Path b) {
    try {
      return Files.isSameFile(a, b);
    } catch (IOException e) {
      throw new LimbeckException(
          "%s: cannot be read: %s; check the path".formatted(b, AtomicFiles.reason(e)), e);
    }
  }

  private static FeatureTable sameColumns(FeatureTable test, FeatureTable train, String file) {
    if (!test.features().equals(train.features())) {
      throw new LimbeckException(
          "%s: its columns %s differ from those of the training part %s"
              .formatted(file, test.features(), train.features()));
    }
    return test;
  }

  private FeatureTable read(String file) {
    return FeatureTable.read(existing(file), encoding, label, group, leftOut, id);
  }

  private static Path existing(String file) {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new LimbeckException(file + ": no such file");
    }
    return path;
  }
}
