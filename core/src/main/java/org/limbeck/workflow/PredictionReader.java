package org.limbeck.workflow;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.OptionalInt;

/** Reads a {@link PredictionTable}. */
final class PredictionReader {
  private static final String NEEDED = "a header label,prediction or label,p0,p1,... and examples";

  private PredictionReader() {}

  static PredictionTable read(Path file, OptionalInt classes) {
    return CsvFile.read(file, NEEDED, (header, records) -> read(file, header, records, classes));
  }

  private static PredictionTable read(
      Path file, CsvRecord header, Iterator<CsvRecord> records, OptionalInt classes) {
    var columns = PredictionColumns.of(CsvFile.place(file, header), header.getFields(), classes);
    var rows = new PredictionRows(file, columns, classes);
    while (records.hasNext()) {
      rows.add(records.next());
    }
    return rows.table();
  }
}
