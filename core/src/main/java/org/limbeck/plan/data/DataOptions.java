package org.limbeck.plan.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.base.DatabaseUrl;
import org.limbeck.data.DataPlan;
import org.limbeck.data.DatasetSource;
import org.limbeck.data.Datasets;
import org.limbeck.data.OptionList;
import org.limbeck.plan.key.Quoted;
import org.limbeck.plan.key.Section;

/** The keys of {@code data} that a source adds. */
final class DataOptions {
  private final Section data;
  private final DatasetSource source;
  private final Path folder;
  private final Map<String, String> options = new LinkedHashMap<>();

  /**
   * @param folder that file names are relative to
   */
  DataOptions(Section data, DatasetSource source, Path folder) {
    this.data = data;
    this.source = source;
    this.folder = folder;
  }

  /** Reads the options that are given. */
  Map<String, String> read() {
    source.options().forEach(this::readOption);
    return options;
  }

  private void readOption(String key) {
    if (!data.has(key)) {
      data.read(key);
    } else if (data.isList(key) && source.lists().contains(key)) {
      List<String> items = new ArrayList<>();
      data.texts(key).forEach(text -> resolved(key, text).ifPresent(items::add));
      options.put(key, OptionList.of(items));
    } else if (data.isMapping(key) && key.equals(ValidationKeys.NAME)) {
      ValidationKeys.file(data)
          .flatMap(file -> resolved(key, file))
          .ifPresent(file -> options.put(key, file));
    } else if (!key.equals(ValidationKeys.NAME) || !isShare(data.text(key, ""))) {
      resolved(key, data.text(key, "")).ifPresent(text -> options.put(key, single(key, text)));
    }
  }

  /** A text that looks like a list is written as a list of one. */
  private String single(String key, String text) {
    return source.lists().contains(key) && text.startsWith("[")
        ? OptionList.of(List.of(text))
        : text;
  }

  /** The key validation is a share, or a file where a source reads one. */
  static boolean isShare(String text) {
    return text.matches("[-+]?[\\d.]+([eE][-+]?\\d+)?");
  }

  private Optional<String> resolved(String key, String text) {
    if (DatabaseUrl.hasPassword(text)) {
      data.problem(key, DatabaseUrl.REMEDY);
      return Optional.empty();
    }
    boolean file = source.files().contains(key) && !DatabaseUrl.is(text);
    try {
      return Optional.of(file ? folder.resolve(text).normalize().toString() : text);
    } catch (InvalidPathException e) {
      data.problem(key, "'" + text + "' is not a valid file name");
      return Optional.empty();
    }
  }

  /** The options of a plan as they are written in a study file. */
  static Map<String, String> written(DataPlan plan) {
    List<String> lists = Datasets.source(plan.source()).lists();
    Map<String, String> written = new LinkedHashMap<>();
    Map<String, String> others = new LinkedHashMap<>(plan.options());
    others.remove(ValidationKeys.NAME); // written in its own section
    others.forEach(
        (key, value) ->
            written.put(
                key, lists.contains(key) && OptionList.isList(value) ? value : Quoted.text(value)));
    return written;
  }

  /**
   * Whether a value of a study file names a file.
   *
   * @param path like {@code data.train}; of a list's item like {@code data.from[]}
   */
  static boolean isFile(String path, String value) {
    String plain = path.replaceFirst("\\[\\]$|(?<=^data\\.validation)\\.file$", "");
    return path.startsWith("data.")
        && !DatabaseUrl.is(value)
        && !(path.equals("data.validation") && isShare(value))
        && Datasets.sources().stream()
            .flatMap(source -> source.files().stream())
            .anyMatch(key -> plain.equals("data." + key));
  }
}
