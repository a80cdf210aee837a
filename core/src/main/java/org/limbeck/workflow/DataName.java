package org.limbeck.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.data.DataPlan;
import org.limbeck.data.DatasetSource;
import org.limbeck.data.Datasets;
import org.limbeck.data.OptionList;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;

/** Data by one name, as a user gives it: a source, a table, a folder of pictures, a study file. */
public final class DataName {
  private static final String TABLE = "table";
  private static final String PICTURES = "image-folder";

  private DataName() {}

  /**
   * The data of a name.
   *
   * @param name a source, such as {@code digits}; a table, or a pattern of tables; a folder with a
   *     folder of pictures for each class; or a study file (.yaml), whose data are meant
   * @param options of the source, such as {@code label}; file names may be relative
   * @throws LimbeckException if it is none of them, or the source has no such option
   */
  public static DataPlan plan(String name, Map<String, String> options) {
    if (name.matches("(?i).*\\.ya?ml")) {
      refuseOptions(name, options);
      return StudyYaml.read(Path.of(name)).data();
    }
    Map<String, String> all = new LinkedHashMap<>(options);
    DatasetSource source = source(name, all);
    for (String key : all.keySet()) {
      if (!source.options().contains(key)) {
        throw new LimbeckException(
            "%s: the source '%s' has no key '%s'%s; leave it out"
                .formatted(
                    name,
                    source.name(),
                    key,
                    source.options().isEmpty() ? "" : DidYouMean.hint(key, source.options())));
      }
    }
    all.replaceAll((key, value) -> source.files().contains(key) ? absolute(value) : value);
    return DataPlan.builder(source.name()).options(all).build();
  }

  private static void refuseOptions(String name, Map<String, String> options) {
    options.keySet().stream()
        .findFirst()
        .ifPresent(
            key -> {
              throw new LimbeckException(
                  "%s: the study file says how its data are read; put %s into it"
                      .formatted(name, key));
            });
  }

  private static DatasetSource source(String name, Map<String, String> options) {
    if (Files.isDirectory(Path.of(name))) {
      options.put("dir", name);
      return Datasets.source(PICTURES);
    }
    List<String> sources = Datasets.sources().stream().map(DatasetSource::name).toList();
    if (!Files.exists(Path.of(name)) && sources.contains(name)) {
      return Datasets.source(name);
    }
    if (!Files.exists(Path.of(name)) && !name.matches("(?s).*[*?\\[{].*")) {
      throw new LimbeckException(
          "%s: no such file, folder or data source%s; limbeck data list has the sources"
              .formatted(name, DidYouMean.hint(name, sources)));
    }
    options.put("from", name);
    return Datasets.source(TABLE);
  }

  private static String absolute(String value) {
    List<String> files =
        OptionList.values(value).stream()
            .map(file -> Path.of(file).toAbsolutePath().normalize().toString())
            .toList();
    return OptionList.isList(value) ? OptionList.of(files) : files.get(0);
  }

  /** The name of a study of such data: that of its file or folder, or of its source. */
  public static String studyName(DataPlan data) {
    String file =
        OptionList.values(
                data.options()
                    .getOrDefault("from", data.options().getOrDefault("dir", data.source())))
            .get(0);
    Path last = Path.of(file).getFileName();
    String name =
        String.valueOf(last)
            .replaceFirst("(?i)\\.(gz|zst)$", "")
            .replaceFirst("(?i)\\.(csv|tsv|tab|txt|parquet|pq|json|jsonl|ndjson)$", "")
            .replaceAll("[^A-Za-z0-9._-]+", "-")
            .replaceFirst("^[^A-Za-z0-9]+", "")
            .replaceFirst("-+$", "");
    String usable = name.substring(0, Math.min(100, name.length()));
    return StudyPlan.isName(usable) ? usable : data.source();
  }
}
