package org.limbeck.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;

/**
 * What a report needs to know of a data set.
 *
 * @param name of the data set
 * @param fingerprint SHA-256 of its splits
 * @param protocol how they were cut and what the source left out, in a line
 * @param classNames in label order
 * @param trainCounts examples of each class
 * @param validationCounts examples of each class
 * @param testCounts examples of each class
 * @param features how the columns of a table became features; null where there are none to encode
 */
public record DataSummary(
    String name,
    String fingerprint,
    String protocol,
    List<String> classNames,
    List<Integer> trainCounts,
    List<Integer> validationCounts,
    List<Integer> testCounts,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FeatureSummary features) {

  /** The summary of data whose values are features already. */
  public DataSummary(
      String name,
      String fingerprint,
      String protocol,
      List<String> classNames,
      List<Integer> trainCounts,
      List<Integer> validationCounts,
      List<Integer> testCounts) {
    this(name, fingerprint, protocol, classNames, trainCounts, validationCounts, testCounts, null);
  }

  /** The summary of a data set. */
  public static DataSummary of(Dataset data) {
    return new DataSummary(
        data.name(),
        data.fingerprint(),
        protocol(data),
        data.classNames(),
        counts(data, Split.TRAIN),
        counts(data, Split.VALIDATION),
        counts(data, Split.TEST),
        FeatureSummary.of(data).orElse(null));
  }

  /**
   * How the splits were cut, and what the source left out; what columns lack is in the features.
   */
  private static String protocol(Dataset data) {
    List<String> elsewhere = data.columnNotes();
    Stream<String> notes = data.notes().stream().filter(note -> !elsewhere.contains(note));
    return String.join("; ", Stream.concat(Stream.of(data.protocol()), notes).toList());
  }

  private static List<Integer> counts(Dataset data, Split split) {
    return Arrays.stream(data.classCounts(split)).boxed().toList();
  }
}
