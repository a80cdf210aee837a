package org.limbeck.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.data.column.ColumnCounts;
import org.limbeck.data.column.Columns;
import org.limbeck.data.column.Encoding;

/**
 * A data set in three disjoint splits.
 *
 * <p>The test split is for {@code Evaluation} and the export check alone; an architecture test
 * keeps everything else away from {@link #test}.
 */
public final class Dataset {
  private final SourceData source;
  private final Map<Split, Examples> splits = new EnumMap<>(Split.class);
  private final Map<Split, int[]> indices = new EnumMap<>(Split.class);
  private final Normalisation normalisation;
  private final String fingerprint;
  private final String protocol;
  private final List<String> notes;
  private final Optional<SplitEncoder> encoder;
  private final @Nullable ValidationParts parts;

  /**
   * A data set.
   *
   * @param splits as the source has them; where it has columns to encode, they become features here
   * @param notes what people should know about the splits, besides the notes of the source
   * @param parts of validation; null where the whole split drives and judges
   */
  Dataset(
      SourceData source,
      Map<Split, Examples> splits,
      Map<Split, int[]> indices,
      String protocol,
      List<String> notes,
      @Nullable ValidationParts parts) {
    this.source = source;
    this.parts = parts;
    encoder =
        source
            .columns()
            .map(
                columns ->
                    new SplitEncoder(source.name(), columns, splits, source.classNames().size()));
    splits.forEach(
        (split, raw) ->
            this.splits.put(split, encoder.map(found -> found.encoded(raw)).orElse(raw)));
    this.indices.putAll(indices);
    this.protocol = protocol;
    this.notes = Stream.of(source.notes(), notes, columnNotes()).flatMap(List::stream).toList();
    normalisation = Normalisation.of(train());
    fingerprint = Fingerprint.of(source, this.splits, this.indices);
  }

  /** The name of the data set. */
  public String name() {
    return source.name();
  }

  /** Licence and credit, one line, or empty. */
  public String licence() {
    return source.licence();
  }

  /** What people should know about the source and its splits, a line each; mostly none. */
  public List<String> notes() {
    return notes;
  }

  /** Those of {@link #notes} that are on missing values and texts of columns. */
  public List<String> columnNotes() {
    return encoder.map(SplitEncoder::notes).orElseGet(List::of);
  }

  /** Class names in label order. */
  public List<String> classNames() {
    return source.classNames();
  }

  /** Group names in the order of group numbers; empty where there are no groups. */
  public List<String> groupNames() {
    return source.groupNames();
  }

  /** The number of classes m. */
  public int classes() {
    return source.classNames().size();
  }

  /** The shape of one example: of its features, where the source has columns to encode. */
  public int[] shape() {
    return train().shape().clone();
  }

  /** How the raw columns of a table became features; empty where the source has none. */
  public Optional<Encoding> encoding() {
    return encoder.map(found -> found.encoder().encoding());
  }

  /** What the raw values of {@link Examples#raw} are; empty where the source has no columns. */
  public Optional<Columns> columns() {
    return source.columns();
  }

  /**
   * Counts, for each column with any, the rows of a split without a value, and those with a text
   * without a feature of its own; empty where the source has no columns.
   */
  public List<ColumnCounts> columnCounts(Split split) {
    return encoder.map(found -> found.counts(split)).orElseGet(List::of);
  }

  /** The training split. */
  public Examples train() {
    return part(Split.TRAIN);
  }

  /** The validation split. */
  public Examples validation() {
    return part(Split.VALIDATION);
  }

  /**
   * The parts of the validation split: one drives a run, the other judges it; empty where the whole
   * split does both, as in studies of earlier versions.
   */
  public Optional<ValidationParts> parts() {
    return Optional.ofNullable(parts);
  }

  /** The test split: read it once, at the end of a run. */
  public Examples test() {
    return part(Split.TEST);
  }

  /** How many examples each class has in a split, {@code [classes]}. */
  public int[] classCounts(Split split) {
    return part(split).classCounts(classes());
  }

  /**
   * Which examples of the source are in a split: rows of the part of the source, training or test,
   * that it was cut from.
   */
  public int[] indices(Split split) {
    return part(indices, split).clone();
  }

  /** Which part of the source a split was cut from: its training, validation or test part. */
  public Split sourcePart(Split split) {
    return switch (split) {
      case TRAIN -> Split.TRAIN;
      case VALIDATION -> source.validation().isPresent() ? Split.VALIDATION : cutOfValidation();
      case TEST -> source.test().isPresent() ? Split.TEST : Split.TRAIN;
    };
  }

  /** What is missing in an official test part is the validation split. */
  private Split cutOfValidation() {
    return part(Split.TEST).size() < partSize(Split.TEST) ? Split.TEST : Split.TRAIN;
  }

  /** The number of rows of a part of the source, before splits were cut; 0 without it. */
  public int partSize(Split part) {
    return switch (part) {
      case TRAIN -> source.train().size();
      case VALIDATION -> source.validation().map(Examples::size).orElse(0);
      case TEST -> source.test().map(Examples::size).orElse(0);
    };
  }

  /** The ids of a split's examples, {@code [examples]}; empty where there are none. */
  public List<String> ids(Split split) {
    return List.of(part(split).details().ids());
  }

  /** How the splits were cut, in a line, for people. */
  public String protocol() {
    return protocol;
  }

  /** The normalisation fitted on the training split. */
  public Normalisation normalisation() {
    return normalisation;
  }

  /** SHA-256 over values, labels, class names and the chosen indices, hexadecimal. */
  public String fingerprint() {
    return fingerprint;
  }

  private Examples part(Split split) {
    return part(splits, split);
  }

  private static <T> T part(Map<Split, T> parts, Split split) {
    T part = parts.get(split);
    if (part == null) {
      throw new IllegalStateException("no " + split.label() + " split");
    }
    return part;
  }
}
