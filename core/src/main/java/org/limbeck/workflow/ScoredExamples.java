package org.limbeck.workflow;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.limbeck.data.CsvSource;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.DecodingListener;
import org.limbeck.data.Examples;
import org.limbeck.data.SourceData;
import org.limbeck.data.Split;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;

/**
 * Examples that scores are of: the validation split of a study, or all rows of a CSV file.
 *
 * @param place what they are, for people
 * @param classNames in label order
 * @param examples with their labels
 * @param trainCounts examples of each class in the training split, where there is one
 * @param fingerprint of the splits, where there are any
 */
public record ScoredExamples(
    String place,
    List<String> classNames,
    Examples examples,
    Optional<List<Integer>> trainCounts,
    Optional<String> fingerprint) {
  public ScoredExamples {
    classNames = List.copyOf(classNames);
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
        Optional.of(data.fingerprint()));
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
    Map<String, String> options = new HashMap<>(Map.of("train", file.toString(), "label", label));
    encoding.ifPresent(charset -> options.put("encoding", charset.name()));
    SourceData source = new CsvSource().load(options);
    return new ScoredExamples(
        "the rows of " + file,
        source.classNames(),
        source.train(),
        Optional.empty(),
        Optional.empty());
  }

  /** The number of classes m. */
  public int classes() {
    return classNames.size();
  }
}
