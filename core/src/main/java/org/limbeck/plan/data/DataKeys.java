package org.limbeck.plan.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.data.DataPlan;
import org.limbeck.data.DatasetSource;
import org.limbeck.data.Datasets;
import org.limbeck.data.LongTail;
import org.limbeck.data.ValidationFrom;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Kind;
import org.limbeck.plan.key.Scalars;
import org.limbeck.plan.key.Section;

/** The section {@code data}. */
public final class DataKeys {
  private static final DataPlan STANDARD = DataPlan.of("digits", null);

  private static final Key<DataPlan, String> SOURCE =
      new Key<>(
              "source",
              Kind.scalar(
                  "name of a source",
                  "a source",
                  text -> Datasets.source(text).name(),
                  text -> text),
              "Where the data come from.",
              DataPlan::source)
          .required("missing; for example digits");
  private static final Entry.SourceOptions<DataPlan> OPTIONS =
      new Entry.SourceOptions<>("options", "What the source reads.", DataOptions::written);
  private static final Key<DataPlan, ValidationFrom> VALIDATION_FROM =
      new Key<>(
          "validationFrom",
          Kind.word(ValidationFrom.class),
          "The part that the validation split is cut from; by default the source's usual one.",
          DataPlan::validationFrom);
  private static final Entry.Part<DataPlan, DataPlan> VALIDATION = ValidationKeys.PART;
  private static final Key<DataPlan, Double> TEST_SHARE =
      new Key<>(
          "testShare",
          Kind.NUMBER,
          "Share of each class held out for test where the source has no test part.",
          DataPlan::testShare);
  private static final Key<LongTail, Double> RATIO =
      new Key<>(
              "ratio",
              Kind.NUMBER,
              "Size of the largest class over that of the smallest, 1 or more.",
              LongTail::ratio)
          .required("missing; for example 50");
  private static final Key<LongTail, LongTail.Order> ORDER =
      new Key<>(
          "order",
          Kind.word(LongTail.Order.class),
          "Order of the classes by size: that of the labels (where left out), or random.",
          LongTail::order);
  private static final Entry.Part<DataPlan, LongTail> LONG_TAIL =
      new Entry.Part<>(
          "longTail",
          "The long tail that is cut into the training split; none where left out.",
          List.of(RATIO, ORDER),
          DataPlan::longTail);
  private static final Key<DataPlan, Optional<Long>> SPLIT_SEED =
      new Key<>(
          "splitSeed",
          Kind.scalar(
              "integer, or `each`",
              "an integer, or 'each'",
              DataKeys::seed,
              seed -> seed.map(String::valueOf).orElse("each")),
          "The seed of splits and tail; `each` draws them anew for each seed of the study.",
          data -> Optional.ofNullable(data.splitSeed()));

  /** All keys, in the order in which they are written. */
  public static final List<Entry<DataPlan>> KEYS =
      List.of(SOURCE, OPTIONS, VALIDATION_FROM, VALIDATION, TEST_SHARE, LONG_TAIL, SPLIT_SEED);

  private DataKeys() {}

  /**
   * Whether a value of a study file names a file.
   *
   * @param path like {@code data.train}; of a list's item like {@code data.from[]}
   */
  public static boolean isFile(String path, String value) {
    return DataOptions.isFile(path, value);
  }

  /**
   * Reads all keys.
   *
   * @param folder that file names are relative to
   */
  public static DataPlan read(Section data, Path folder) {
    Optional<DatasetSource> source =
        Optional.of(SOURCE.read(data, "")).filter(name -> !name.isEmpty()).map(Datasets::source);
    Map<String, String> options =
        source.map(found -> new DataOptions(data, found, folder).read()).orElse(Map.of());
    ValidationFrom usual = source.map(DatasetSource::usualValidation).orElse(ValidationFrom.TRAIN);
    ValidationFrom from = VALIDATION_FROM.read(data, usual);
    ValidationKeys validation = ValidationKeys.read(data, options, from.usualShare());
    double testShare = TEST_SHARE.read(data, STANDARD.testShare());
    LongTail tail = tail(data);
    Optional<Long> seed = SPLIT_SEED.read(data, Optional.of(0L));
    data.finish();
    String name = source.map(DatasetSource::name).orElse(STANDARD.source());
    return data.build(
        () ->
            new DataPlan(
                name,
                options,
                from,
                validation.share(),
                testShare,
                tail,
                seed.orElse(null),
                validation.judge()),
        STANDARD);
  }

  private static @Nullable LongTail tail(Section data) {
    Section tail = LONG_TAIL.below(data);
    return data.has(LONG_TAIL.name()) ? readTail(tail) : null;
  }

  private static LongTail readTail(Section tail) {
    double ratio = RATIO.read(tail, 1.0);
    LongTail.Order order = ORDER.read(tail, LongTail.Order.LABEL);
    tail.finish();
    return tail.build(() -> new LongTail(ratio, order), new LongTail(1, order));
  }

  private static Optional<Long> seed(String text) {
    return text.equals("each") ? Optional.empty() : Optional.of(Scalars.whole(text));
  }
}
