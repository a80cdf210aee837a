package org.limbeck.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.Golden;
import org.limbeck.LimbeckException;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "epoch,seconds\n1,2\n",
        "epoch,learning_rate,train_loss,validation_objective,validation_loss,seconds\n1,2\n",
        "epoch,learning_rate,train_loss,validation_objective,validation_loss,seconds\n1,x,2,,,3\n"
      })
  void read_damagedFile_saysHowToMendIt(String content, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("history.csv"), content);
    assertThatThrownBy(() -> History.read(file))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("history.csv: not a history of epochs (")
        .hasMessageEndingWith("; delete the run's folder and run the study again");
  }
}
