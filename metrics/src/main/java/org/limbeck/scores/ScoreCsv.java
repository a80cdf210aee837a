package org.limbeck.scores;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import org.limbeck.LimbeckException;

/** Reads a {@link ScoreTable} from a CSV file, row by row into growing arrays of float32. */
final class ScoreCsv {
  private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

  private final Path file;
  private final ScoreColumns columns;
  private final PredictionFields fields;
  private final int width;
  private int size;
  private int[] labels = new int[1024];
  private float[] logits;

  private ScoreCsv(Path file, ScoreColumns columns) {
    this.file = file;
    this.columns = columns;
    width = columns.scores().size();
    fields = new PredictionFields(file, columns.names(), OptionalInt.of(width));
    logits = new float[1024 * width];
  }

  static ScoreTable read(Path file) {
    return CsvFile.read(
        file,
        "a header label,z0,z1,... or label,p0,p1,... and examples",
        (header, records) -> read(file, header, records));
  }

  private static ScoreTable read(Path file, CsvRecord header, Iterator<CsvRecord> records) {
    var columns = ScoreColumns.of(CsvFile.place(file, header), header.getFields());
    var csv = new ScoreCsv(file, columns);
    while (records.hasNext()) {
      csv.add(records.next());
    }
    if (csv.size == 0) {
      throw new LimbeckException(file + " has a header but no examples; add one line for each");
    }
    return new ScoreTable(
        file.toString(),
        csv.width,
        Arrays.copyOf(csv.logits, csv.size * csv.width),
        Arrays.copyOf(csv.labels, csv.size),
        Optional.empty());
  }

  private void add(CsvRecord row) {
    PredictionFields.checkCount(file, row, columns.names().size());
    grow(row);
    labels[size] = fields.classIndex(row, columns.label());
    if (columns.logits()) {
      for (int y = 0; y < width; y++) {
        logits[size * width + y] = fields.score(row, columns.scores().get(y));
      }
    } else {
      addProbabilities(row);
    }
    size++;
  }

  private void addProbabilities(CsvRecord row) {
    double sum = 0;
    for (int y = 0; y < width; y++) {
      double p = fields.probability(row, columns.scores().get(y));
      logits[size * width + y] = ScoreTable.logit(p);
      sum += p;
    }
    fields.checkSum(row, width, sum);
  }

  private void grow(CsvRecord row) {
    if (size == labels.length) {
      labels = Arrays.copyOf(labels, 2 * size);
    }
    long needed = (size + 1L) * width;
    if (needed > MOST_VALUES) {
      throw new LimbeckException(
          "%s: more than %d scores; split the file"
              .formatted(CsvFile.place(file, row), MOST_VALUES));
    }
    if (needed > logits.length) {
      logits = Arrays.copyOf(logits, (int) Math.min(logits.length * 3L / 2, MOST_VALUES));
    }
  }
}
