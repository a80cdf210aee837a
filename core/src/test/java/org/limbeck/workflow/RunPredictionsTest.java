package org.limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.base.Json;
import org.limbeck.scores.ScoreTable;
import org.limbeck.store.RunRecord;

class RunPredictionsTest {
  private static final String ID = "d745f97096fa3c57";
  private static final Path KEPT = Path.of("src", "test", "resources", "earlier-study", "runs", ID);

  @TempDir private Path folder;
  private Path run;

  @BeforeEach
  void copy() throws IOException {
    run = copy("copy");
  }

  private Path copy(String name) throws IOException {
    Path target = Files.createDirectories(folder.resolve(name));
    for (String file : new String[] {"run.json", "predictions.csv", "predictions-validation.csv"}) {
      Files.copy(KEPT.resolve(file), target.resolve(file));
    }
    return target;
  }

  private static ScoreTable read(Path run, String split) {
    return RunPredictions.read(run, split, OptionalInt.empty());
  }

  private static void replace(Path file, String old, String changed) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, changed));
  }

  @Test
  void read_runWhereverItLies_readsTheSplit() throws IOException {
    assertThat(read(run, "test").examples()).isGreaterThan(read(run, "validation").examples());
    assertThat(read(copy(ID), "test").examples()).isEqualTo(read(run, "test").examples());
    assertThatThrownBy(() -> read(run, "train"))
        .hasMessageContaining("expected test or validation, found 'train'");
  }

  @Test
  void read_alteredPredictions_areRefused() throws IOException {
    Files.writeString(run.resolve("predictions.csv"), "label,p0,p1\n0,1,0\n");
    assertThat(read(run, "validation").examples()).isPositive();
    assertThatThrownBy(() -> read(run, "test"))
        .isInstanceOf(LimbeckException.class)
        .hasMessage(
            "%s: missing, damaged or altered: it is not what its checksum in run.json says; run"
                + " limbeck study again, which does such a run anew",
            run.resolve("predictions.csv"));
    Files.delete(run.resolve("predictions.csv"));
    assertThatThrownBy(() -> read(run, "test")).hasMessageContaining("missing, damaged");
  }

  @Test
  void read_alteredRecord_isRefused() throws IOException {
    replace(run.resolve("run.json"), "\"seed\" : 0", "\"seed\" : 1");
    assertThatThrownBy(() -> read(run, "test"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("run.json: missing, damaged or altered: it is not what its own");
    Files.writeString(run.resolve("run.json"), "{}");
    assertThatThrownBy(() -> read(run, "test"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("run.json: missing, damaged or altered");
  }

  @Test
  void read_folderOfAnotherRun_isRefused() throws IOException {
    Path other = copy("59580b597ff99461");
    assertThatThrownBy(() -> read(other, "test"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("its own checksum or id");
  }

  @Test
  void read_runWithoutTheSplit_saysSo() throws IOException {
    RunRecord record = Json.read(Files.readString(run.resolve("run.json")), RunRecord.class);
    Map<String, String> files = new TreeMap<>(record.files());
    files.remove("predictions.csv");
    RunRecord without =
        new RunRecord(
                record.formatVersion(),
                record.id(),
                record.spec(),
                record.data(),
                record.parameters(),
                record.last(),
                record.best(),
                record.diagnoses(),
                record.teacherPasses(),
                record.provenance(),
                record.seconds(),
                files,
                "")
            .sealed();
    Files.writeString(run.resolve("run.json"), Json.pretty(without));
    assertThatThrownBy(() -> read(run, "test"))
        .hasMessageContaining("has no predictions.csv, the predictions of split test");
  }

  @Test
  void read_noRunJson_isRefused() {
    assertThatThrownBy(() -> read(folder, "test"))
        .hasMessageContaining("so it is no run directory");
  }
}
