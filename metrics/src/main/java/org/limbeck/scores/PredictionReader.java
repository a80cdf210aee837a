package org.limbeck.scores;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a {@link PredictionTable}. */
final class PredictionReader {
  private static final String NEEDED = "a header label,prediction or label,p0,p1,... and examples";

  private PredictionReader() {}

  static PredictionTable read(Path file, OptionalInt classes, Optional<String> group) {
    return CsvFile.read(
        file, NEEDED, (header, records) -> read(file, header, records, classes, group));
  }

  private static PredictionTable read(
      Path file,
      CsvRecord header,
      Iterator<CsvRecord> records,
      OptionalInt classes,
      Optional<String> group) {
    String place = CsvFile.place(file, header);
    var columns = PredictionColumns.of(place, header.getFields(), classes, group);
    var rows = new PredictionRows(file, columns, classes);
    while (records.hasNext()) {
      rows.add(records.next());
    }
    return rows.table();
  }
}
