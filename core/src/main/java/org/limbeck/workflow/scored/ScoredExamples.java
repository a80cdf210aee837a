package org.limbeck.workflow.scored;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.limbeck.LimbeckException;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.DecodingListener;
import org.limbeck.data.Examples;
import org.limbeck.data.SourceData;
import org.limbeck.data.Split;
import org.limbeck.data.column.Columns;
import org.limbeck.data.csv.CsvSource;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;
import org.limbeck.scores.Categories;

/**
 * Examples that scores are of: the validation split of a study, or all rows of a table.
 *
 * @param place what they are, for people
 * @param classNames in label order
 * @param examples with their labels
 * @param trainCounts examples of each class in the training split, where there is one
 * @param fingerprint of the splits, where there are any
 * @param groupNames in the order of the examples' groups; empty where there are none
 * @param columns of a table whose raw values the examples hold, where there are any
 * @param notes what people should know about the rows, a line each
 */
public record ScoredExamples(
    String place,
    List<String> classNames,
    Examples examples,
    Optional<List<Integer>> trainCounts,
    Optional<String> fingerprint,
    List<String> groupNames,
    Optional<Columns> columns,
    List<String> notes) {
  public ScoredExamples {
    classNames = List.copyOf(classNames);
    groupNames = List.copyOf(groupNames);
    notes = List.copyOf(notes);
  }

  /** Examples whose values are features. */
  public ScoredExamples(
      String place,
      List<String> classNames,
      Examples examples,
      Optional<List<Integer>> trainCounts,
      Optional<String> fingerprint,
      List<String> groupNames) {
    this(
        place,
        classNames,
        examples,
        trainCounts,
        fingerprint,
        groupNames,
        Optional.empty(),
        List.of());
  }

  /** Examples without groups. */
  public ScoredExamples(
      String place,
      List<String> classNames,
      Examples examples,
      Optional<List<Integer>> trainCounts,
      Optional<String> fingerprint) {
    this(place, classNames, examples, trainCounts, fingerprint, List.of());
  }

  /**
   * The validation split of a study file's data.
   *
   * @param seed whose split it is, where each seed has another; the study's first if empty
   */
  public static ScoredExamples ofStudy(Path file, OptionalLong seed, DecodingListener listener) {
    StudyPlan plan = StudyYaml.read(file);
    long used = seed.orElse(plan.seeds().get(0));
    Dataset data = Datasets.build(plan.data(), used, listener);
    return new ScoredExamples(
        "the validation split of %s (%s, split seed %d)"
            .formatted(data.name(), file, plan.data().splitSeed(used)),
        data.classNames(),
        data.validation(),
        Optional.of(Arrays.stream(data.classCounts(Split.TRAIN)).boxed().toList()),
        Optional.of(data.fingerprint()),
        data.groupNames(),
        data.columns(),
        List.of());
  }

  /**
   * All rows of a CSV file in UTF-8 with numeric features.
   *
   * @param label the column with the class
   */
  public static ScoredExamples ofCsv(Path file, String label) {
    return ofCsv(file, label, Optional.empty());
  }

  /**
   * All rows of a CSV file with numeric features.
   *
   * @param label the column with the class
   * @param encoding the charset of the file; if empty, that of a byte order mark, else UTF-8
   */
  public static ScoredExamples ofCsv(Path file, String label, Optional<Charset> encoding) {
    return ofCsv(file, encoding, label, Optional.empty(), List.of());
  }

  /**
   * All rows of a CSV file with numeric features.
   *
   * @param encoding the charset of the file; if empty, that of a byte order mark, else UTF-8
   * @param label the column with the class
   * @param group the column with groups, which is not a feature
   * @param leftOut columns that are not features
   */
  public static ScoredExamples ofCsv(
      Path file,
      Optional<Charset> encoding,
      String label,
      Optional<String> group,
      List<String> leftOut) {
    SourceData source = CsvSource.rows(file, encoding, label, group, leftOut);
    return new ScoredExamples(
        "the rows of " + file,
        source.classNames(),
        source.train(),
        Optional.empty(),
        Optional.empty(),
        source.groupNames());
  }

  /**
   * The same examples with their classes in another order, that of a model's scores, which may have
   * classes that a file lacks.
   *
   * @throws LimbeckException if the names are not those of the classes
   */
  public ScoredExamples ordered(List<String> names) {
    Set<String> given = Set.copyOf(names);
    boolean all = given.size() == names.size() && given.containsAll(classNames);
    // A file may lack a class that the scores have; a training split has all of them.
    if (!all || (names.size() != classes() && trainCounts.isPresent())) {
      throw new LimbeckException(
          "--classes: expected the %d classes of %s in the order of the scores, found %s; the classes are %s"
              .formatted(classes(), place, names, classNames));
    }
    int[] labels =
        Arrays.stream(examples.labels()).map(y -> names.indexOf(classNames.get(y))).toArray();
    Examples renamed =
        new Examples(
            examples.shape(), examples.values(), labels, examples.groups(), examples.details());
    Optional<List<Integer>> counts =
        trainCounts.map(
            found -> names.stream().map(name -> found.get(classNames.indexOf(name))).toList());
    return new ScoredExamples(
        place, names, renamed, counts, fingerprint, groupNames, columns, notes);
  }

  /** The same examples with another note. */
  ScoredExamples noted(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new ScoredExamples(
        place, classNames, examples, trainCounts, fingerprint, groupNames, columns, more);
  }

  /** The group of each example, where there are groups. */
  public Optional<Categories> groups() {
    return groupNames.isEmpty()
        ? Optional.empty()
        : Optional.of(new Categories(groupNames, examples.groups()));
  }

  /** The number of classes m. */
  public int classes() {
    return classNames.size();
  }
}
