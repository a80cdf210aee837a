package org.limbeck.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.limbeck.base.NamedRandom;
import org.limbeck.data.DatasetSource;
import org.limbeck.data.Examples;
import org.limbeck.data.RowDetails;
import org.limbeck.data.SourceData;
import org.limbeck.data.column.Column;
import org.limbeck.data.column.Columns;
import org.limbeck.data.column.MissingValues;

/** A table with every type of column, missing values, and texts that only its test part has. */
public final class ToyTable implements DatasetSource {
  static final List<String> CITIES = List.of("Berlin", "Rome", "Paris", "Oslo", "Kyōto", "Lima");
  static final int TRAIN = 400;
  static final int TEST = 120;

  /** Cities of the training part; the test part has all of them. */
  private static final int KNOWN = 5;

  /** Makes the source known to the calling thread, as a jar of plugins does. */
  static void register(Path folder) {
    Path services = folder.resolve("plugin/META-INF/services");
    try {
      Files.createDirectories(services);
      Files.writeString(
          services.resolve(DatasetSource.class.getName()), ToyTable.class.getName() + "\n");
      var urls = new URL[] {folder.resolve("plugin").toUri().toURL()};
      Thread.currentThread()
          .setContextClassLoader(new URLClassLoader(urls, ToyTable.class.getClassLoader()));
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public String description() {
    return "a table for tests";
  }

  @Override
  public List<String> options() {
    return List.of("missing", "limit", "numbers", "weights");
  }

  @Override
  public SourceData load(Map<String, String> options) {
    boolean numbers = options.containsKey("numbers");
    String policy = options.getOrDefault("missing", "mean").toUpperCase(Locale.ROOT);
    var columns =
        new Columns(
            numbers ? numbers() : all(),
            MissingValues.valueOf(policy),
            Integer.parseInt(options.getOrDefault("limit", "50")));
    double missing = columns.missing() == MissingValues.REFUSE ? 0 : 0.1;
    Examples train = rows(columns, TRAIN, missing, KNOWN, "train");
    if (options.containsKey("weights")) {
      var weights = new float[TRAIN];
      for (int i = 0; i < TRAIN; i++) {
        weights[i] = 1 + i % 3;
      }
      train = train.withDetails(new RowDetails(new String[0], weights));
    }
    return new SourceData(
        "toy",
        "",
        List.of("low", "middle", "high"),
        List.of(),
        train,
        Optional.of(rows(columns, TEST, 2 * missing, CITIES.size(), "test")),
        List.of(),
        Optional.of(columns));
  }

  private static List<Column> numbers() {
    return List.of(
        new Column.Numeric("age"), new Column.Flag("member"), new Column.Numeric("always 3"));
  }

  private static List<Column> all() {
    List<Column> columns = new ArrayList<>(numbers());
    columns.add(new Column.Category("city", CITIES));
    columns.add(new Column.Category("same", List.of("x")));
    columns.add(new Column.Vector("logits", 3)); // named like an output on purpose
    return columns;
  }

  private static Examples rows(
      Columns columns, int count, double missing, int cities, String part) {
    var random = new NamedRandom(1, part);
    int width = columns.rawWidth();
    var values = new float[count * width];
    var labels = new int[count];
    for (int row = 0; row < count; row++) {
      labels[row] = row % 3;
      int at = row * width;
      for (Column column : columns.columns()) {
        boolean hole = random.nextDouble() < missing && !column.name().equals("same");
        for (int i = 0; i < column.rawWidth(); i++) {
          float value = value(column, labels[row], cities, random);
          values[at++] = hole ? Float.NaN : value;
        }
      }
    }
    return Examples.of(new int[] {width}, values, labels);
  }

  private static float value(Column column, int label, int cities, NamedRandom random) {
    return switch (column.name()) {
      case "age" -> 30 + 15 * label + random.gaussians(1)[0] * 8;
      case "member" -> random.nextDouble() < 0.2 + 0.3 * label ? 1 : 0;
      case "always 3" -> 3;
      case "city" -> random.nextDouble() < 0.5 ? Math.min(label, 1) : random.nextInt(cities);
      case "same" -> 0;
      default -> label + random.gaussians(1)[0];
    };
  }
}
