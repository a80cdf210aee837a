package org.limbeck.plan.yaml;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.data.DataPlan;
import org.limbeck.data.DatasetSource;
import org.limbeck.data.Datasets;
import org.limbeck.data.LongTail;
import org.limbeck.data.ValidationFrom;

/** The section {@code data}. */
final class DataSection {
  /** Options of sources that name files, relative to the study file. */
  private static final List<String> FILES = List.of("train", "test", "dir");

  private static final DataPlan STANDARD = DataPlan.of("digits", null);

  private DataSection() {}

  /** Whether the key at a path of a study file names a file. */
  static boolean isFile(String path) {
    return path.startsWith("data.") && FILES.contains(path.substring("data.".length()));
  }

  static DataPlan read(Section data, Path folder) {
    if (!data.has("source")) {
      data.problem("source", "missing; for example digits");
    }
    Optional<DatasetSource> source =
        data.value(
            "source", Optional.empty(), "a source", text -> Optional.of(Datasets.source(text)));
    Map<String, String> options = new LinkedHashMap<>();
    source.ifPresent(
        found -> found.options().forEach(key -> readOption(data, key, folder, options)));
    ValidationFrom usual = source.map(DatasetSource::usualValidation).orElse(ValidationFrom.TRAIN);
    ValidationFrom from = data.word("validationFrom", usual, ValidationFrom.class);
    double validation = data.number("validation", from.usualShare());
    double testShare = data.number("testShare", STANDARD.testShare());
    LongTail tail = tail(data);
    Optional<Long> seed =
        data.value("splitSeed", Optional.of(0L), "an integer, or 'each'", DataSection::seed);
    data.finish();
    return data.build(
        () ->
            new DataPlan(
                source.map(DatasetSource::name).orElse("digits"),
                options,
                from,
                validation,
                testShare,
                tail,
                seed.orElse(null)),
        STANDARD);
  }

  private static void readOption(
      Section data, String key, Path folder, Map<String, String> options) {
    if (!data.has(key)) {
      data.value(key, "", "a text", text -> text);
      return;
    }
    String text = data.text(key, "");
    try {
      options.put(key, FILES.contains(key) ? folder.resolve(text).normalize().toString() : text);
    } catch (InvalidPathException e) {
      data.problem(key, "'" + text + "' is no file name");
    }
  }

  private static @Nullable LongTail tail(Section data) {
    Section tail = data.section("longTail", false);
    if (!data.has("longTail")) {
      return null;
    }
    if (!tail.has("ratio")) {
      tail.problem("ratio", "missing; for example 50");
    }
    double ratio = tail.number("ratio", 1);
    LongTail.Order order = tail.word("order", LongTail.Order.LABEL, LongTail.Order.class);
    tail.finish();
    return tail.build(() -> new LongTail(ratio, order), new LongTail(1, order));
  }

  private static Optional<Long> seed(String text) {
    return text.equals("each") ? Optional.empty() : Optional.of(Scalars.whole(text));
  }
}
