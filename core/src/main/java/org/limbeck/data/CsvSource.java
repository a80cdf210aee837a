package org.limbeck.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.limbeck.LimbeckException;

/**
 * A table of numbers with one label column, from CSV files (plain or {@code .gz}).
 *
 * <p>{@code train} names the file with the examples, {@code test} the official test part (left out:
 * a share of train is held out), {@code label} the column with the class (default {@code class}).
 */
public final class CsvSource implements DatasetSource {
  @Override
  public String name() {
    return "csv";
  }

  @Override
  public String description() {
    return "your own table: train: FILE.csv[.gz], test: FILE (optional), label: COLUMN";
  }

  @Override
  public List<String> options() {
    return List.of("train", "test", "label");
  }

  @Override
  public SourceData load(Map<String, String> options) {
    String train = options.get("train");
    if (train == null) {
      throw new LimbeckException("data.train: missing; name the CSV file with the examples");
    }
    String label = options.getOrDefault("label", "class");
    LabelledCsv csv = read(train, label);
    List<String> names = csv.classNames();
    int[] shape = {csv.features().size()};
    Optional<Examples> test =
        Optional.ofNullable(options.get("test"))
            .map(file -> sameColumns(read(file, label), csv, file).examples(shape, names));
    String name = Path.of(train).getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", "");
    return new SourceData(name, "", names, csv.examples(shape, names), test);
  }

  private static LabelledCsv sameColumns(LabelledCsv test, LabelledCsv train, String file) {
    if (!test.features().equals(train.features())) {
      throw new LimbeckException(
          "%s: its columns %s differ from those of the training part %s"
              .formatted(file, test.features(), train.features()));
    }
    return test;
  }

  private static LabelledCsv read(String file, String label) {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new LimbeckException(file + ": no such file");
    }
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(path));
        InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return LabelledCsv.read(in, file, label);
    } catch (IOException e) {
      throw new LimbeckException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
