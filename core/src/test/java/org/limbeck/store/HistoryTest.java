package org.limbeck.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.Golden;
import org.limbeck.train.EpochRecord;

class HistoryTest {
  private static final List<EpochRecord> EPOCHS =
      List.of(
          new EpochRecord(1, 0.1, 1.0986122886681098, null, new double[] {0.5, 0.5}, 0.25),
          new EpochRecord(
              2,
              1e-4,
              0.5,
              new EpochRecord.Measured(0.375, 0.75, new double[] {0.125, 1}),
              new double[] {0.25, 0.75},
              1234.5));

  @Test
  void toCsv_epochs_isAsInEarlierVersions(@TempDir Path folder) throws IOException {
    Golden.check("history.csv", History.toCsv(EPOCHS));
    Path file = Files.write(folder.resolve("history.csv"), Golden.read("history.csv"));
    assertThat(History.read(file)).usingRecursiveComparison().isEqualTo(EPOCHS);
  }
}
