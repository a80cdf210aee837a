package org.limbeck.plan.yaml;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.data.DatasetSource;
import org.limbeck.data.Datasets;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;

/**
 * The reference page of study files, docs/study-keys.md, made from the descriptions of the keys.
 *
 * <p>Defaults are what a file with the required keys alone is read as.
 */
final class StudyKeysPage {
  private static final String INTRODUCTION =
      """
      # Keys of a study file

      This page is generated from the descriptions that study files are read and written by.
      `examples/digits.yaml` is a commented example, and the `study.yaml` in the directory of each study has every key written out.
      Unknown keys are errors. Defaults after "images:" are those of networks for images.
      """;

  private static final String RECIPES =
      """
       Keys left out are as in the recipe that `from` names.
      A key with a star makes the recipe train another network than that built-in recipe; a recipe with `postHoc` and without such
      keys changes the network that the built-in recipe trains.
      """;

  private static final String MINIMAL =
      """
      name: small
      data: {source: digits}
      seeds: [0]
      teacher: {network: %1$s}
      student: {network: %1$s}
      """;

  /** The source of the module limbeck-table, which this module does not know. */
  private static final String TABLES =
      """
      | `table` | [those of tables](tables.md) | tables in CSV, TSV, Parquet and JSON lines, a SELECT over them, or a database (JDBC); from: FILES or URL, label: COLUMN |
      """;

  private final StringBuilder page = new StringBuilder(INTRODUCTION);
  private final Set<String> described = new HashSet<>();

  private StudyKeysPage() {}

  static String markdown() {
    var made = new StudyKeysPage();
    made.table("The file", "", StudyKeys.KEYS, plan("mlp 16"), plan("resnet20"));
    return made.page.toString();
  }

  private static StudyPlan plan(String network) {
    return StudyYaml.parse(MINIMAL.formatted(network), "small.yaml", Path.of(""));
  }

  /** The entries of a section, then the sections below it. */
  private <R> void table(
      String title, String help, List<Entry<R>> keys, @Nullable R usual, @Nullable R images) {
    page.append("\n## ").append(title).append('\n').append(help.isEmpty() ? "" : help.strip());
    page.append(help.isEmpty() ? "" : "\n").append('\n');
    page.append("| key | value | default | meaning |\n|---|---|---|---|\n");
    keys.forEach(key -> row(key, usual, images));
    keys.forEach(key -> below(key, usual, images));
  }

  private <R> void row(Entry<R> entry, @Nullable R usual, @Nullable R images) {
    String name = "`" + entry.name() + "`" + (entry.trains() ? "*" : "");
    String values = "section";
    String standard = "";
    if (entry instanceof Key<R, ?> key) {
      values = key.kind().values();
      standard = key.missing() == null ? standard(key, usual, images) : "required";
    } else if (entry instanceof Entry.Items<R, ?>) {
      values = "list of names or sections";
    } else if (entry instanceof Entry.SourceOptions<R>) {
      name = "keys of the source";
      values = "text";
    }
    page.append("| %s | %s | %s | %s |\n".formatted(name, values, standard, entry.help()));
  }

  private static <R> String standard(Key<R, ?> key, @Nullable R usual, @Nullable R images) {
    String one = written(key, usual);
    String other = written(key, images);
    return one.equals(other) ? one : one + "; images: " + other;
  }

  private static <R, T> String written(Key<R, T> key, @Nullable R record) {
    T value = record == null ? null : key.value().of(record);
    String text = value == null ? "" : key.kind().text().apply(value);
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  private <R> void below(Entry<R> entry, @Nullable R usual, @Nullable R images) {
    if (entry instanceof Entry.SourceOptions<R>) {
      sources();
    } else if (!(entry instanceof Key<R, ?>) && described.add(entry.name())) {
      if (entry instanceof Entry.Part<R, ?> part) {
        part(part, usual, images);
      } else if (entry instanceof Entry.Items<R, ?> items) {
        table(
            "`" + items.name() + "`",
            items.help() + (items.name().equals(RoleKeys.RECIPES.name()) ? RECIPES : ""),
            items.keys(),
            null,
            null);
      }
    }
  }

  private <R, S> void part(Entry.Part<R, S> part, @Nullable R usual, @Nullable R images) {
    S one = usual == null ? null : part.value().of(usual);
    S other = images == null ? null : part.value().of(images);
    table("`" + part.name() + "`", part.help(), part.keys(), one, other);
  }

  private void sources() {
    page.append("\n| source | its keys | what it reads |\n|---|---|---|\n");
    for (DatasetSource source : Datasets.sources()) {
      String keys =
          source.options().isEmpty() ? "" : "`" + String.join("`, `", source.options()) + "`";
      page.append(
          "| `%s` | %s | %s |\n"
              .formatted(source.name(), keys, source.description().replace("|", "\\|")));
    }
    page.append(TABLES);
  }
}
