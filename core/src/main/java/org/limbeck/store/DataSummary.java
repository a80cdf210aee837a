package org.limbeck.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;
import org.limbeck.data.ValidationParts;
import org.limbeck.data.column.ColumnCounts;
import org.limbeck.data.column.Encoding;

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
 * @param fewestJudging examples in the judging part of validation of the class that has fewest
 *     there; null where the whole split drives and judges
 */
public record DataSummary(
    String name,
    String fingerprint,
    String protocol,
    List<String> classNames,
    List<Integer> trainCounts,
    List<Integer> validationCounts,
    List<Integer> testCounts,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Features features,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer fewestJudging) {

  /** The summary of data whose values are features already. */
  public DataSummary(
      String name,
      String fingerprint,
      String protocol,
      List<String> classNames,
      List<Integer> trainCounts,
      List<Integer> validationCounts,
      List<Integer> testCounts) {
    this(
        name,
        fingerprint,
        protocol,
        classNames,
        trainCounts,
        validationCounts,
        testCounts,
        null,
        null);
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
        Features.of(data).orElse(null),
        data.parts().map(ValidationParts::fewestJudging).orElse(null));
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

  /**
   * How the columns of a table became features, and the values that have no feature of their own.
   *
   * @param encoding fitted on the training split
   * @param train columns of the training split with such values
   * @param validation the same of the validation split
   * @param test the same of the test split
   */
  public record Features(
      Encoding encoding,
      List<ColumnCounts> train,
      List<ColumnCounts> validation,
      List<ColumnCounts> test) {
    public Features {
      train = List.copyOf(train);
      validation = List.copyOf(validation);
      test = List.copyOf(test);
    }

    /** The summary of a data set; empty where it has no columns to encode. */
    static Optional<Features> of(Dataset data) {
      return data.encoding()
          .map(
              encoding ->
                  new Features(
                      encoding,
                      data.columnCounts(Split.TRAIN),
                      data.columnCounts(Split.VALIDATION),
                      data.columnCounts(Split.TEST)));
    }

    /** The number of columns. */
    public int columns() {
      return encoding.columns().size();
    }

    /** The number of features. */
    public int features() {
      return encoding.features();
    }

    /**
     * Rows of one column that share a fate.
     *
     * @param column its name
     * @param what is said of the value
     * @param train rows of the training split by class
     * @param validation rows of the validation split by class
     * @param test rows of the test split by class
     */
    public record Uncommon(
        String column,
        String what,
        List<Integer> train,
        List<Integer> validation,
        List<Integer> test) {}

    /** The values without a feature of their own, by column and kind. */
    public List<Uncommon> uncommon() {
      Set<String> names = new LinkedHashSet<>();
      encoding.columns().forEach(column -> names.add(column.name()));
      Map<Split, Map<String, ColumnCounts>> found = new EnumMap<>(Split.class);
      found.put(Split.TRAIN, byName(train));
      found.put(Split.VALIDATION, byName(validation));
      found.put(Split.TEST, byName(test));
      List<Uncommon> all = new ArrayList<>();
      for (String name : names) {
        add(all, name, "missing", found, ColumnCounts::missing);
        add(all, name, "text that training has not", found, ColumnCounts::unseen);
        add(all, name, "text too rare for a feature", found, ColumnCounts::rare);
      }
      return all;
    }

    private static Map<String, ColumnCounts> byName(List<ColumnCounts> counts) {
      Map<String, ColumnCounts> byName = new LinkedHashMap<>();
      counts.forEach(column -> byName.put(column.column(), column));
      return byName;
    }

    private static void add(
        List<Uncommon> all,
        String name,
        String what,
        Map<Split, Map<String, ColumnCounts>> found,
        Function<ColumnCounts, List<Integer>> part) {
      List<List<Integer>> rows = new ArrayList<>();
      int classes = 0;
      for (Map<String, ColumnCounts> split : found.values()) {
        List<Integer> own = Optional.ofNullable(split.get(name)).map(part).orElse(List.of());
        classes = Math.max(classes, own.size());
        rows.add(own);
      }
      if (rows.stream().mapToInt(ColumnCounts::total).sum() > 0) {
        List<Integer> none = Collections.nCopies(classes, 0);
        rows.replaceAll(own -> own.isEmpty() ? none : own);
        all.add(new Uncommon(name, what, rows.get(0), rows.get(1), rows.get(2)));
      }
    }
  }
}
