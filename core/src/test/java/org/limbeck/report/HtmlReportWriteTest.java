package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.store.History;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;

class HtmlReportWriteTest {
  @TempDir private Path study;

  @Test
  void write_study_readsHistoriesFromItsRuns() throws IOException {
    ReportInput input = Studies.grid(3, 1).input();
    for (RunRecord run : input.runs()) {
      Path file = new RunDirectory(study, run.id()).file(RunDirectory.HISTORY);
      Files.createDirectories(file.getParent());
      Files.writeString(file, History.toCsv(input.history().apply(run)));
    }
    HtmlReport.write(study, "a study", input.leaderboard(), input.selection(), Map.of(), List.of());
    assertThat(study.resolve(HtmlReport.FILE)).hasContent(HtmlReport.of(input));
  }
}
