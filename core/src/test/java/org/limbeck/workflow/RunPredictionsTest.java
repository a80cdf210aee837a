package org.limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPredictionsTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void read_splits_readTheirFiles() throws IOException {
    Files.writeString(directory.resolve("run.json"), "{}");
    Files.writeString(directory.resolve("predictions-validation.csv"), "label,prediction\n0,0\n");
    assertThat(RunPredictions.read(directory, "validation", OptionalInt.empty()).examples())
        .isEqualTo(1);
    assertThatThrownBy(() -> RunPredictions.read(directory, "test", OptionalInt.empty()))
        .hasMessageContaining("has no predictions.csv, the predictions of split test");
    assertThatThrownBy(() -> RunPredictions.read(directory, "train", OptionalInt.empty()))
        .hasMessageContaining("expected test or validation, found 'train'");
  }

  @Test
  void read_noRunJson_isRefused() {
    assertThatThrownBy(() -> RunPredictions.read(directory, "test", OptionalInt.empty()))
        .hasMessageContaining("so it is no run directory");
  }
}
