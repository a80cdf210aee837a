package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.limbeck.base.Checksums;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.SplitMetric;
import org.limbeck.data.Dataset;
import org.limbeck.export.StudentExport;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.store.StudyDirectory;
import org.limbeck.store.StudyRecord;

/** The export of a study's selected student, unless that very student is there already and whole. */
final class SelectedExport {
  private final StudyDirectory study;
  private final Optional<Leaderboard.Row> selected;
  private final SplitMetric chosenBy;

  SelectedExport(StudyDirectory study, Leaderboard leaderboard, SelectionPlan selection) {
    this.study = study;
    selected = leaderboard.selected();
    chosenBy = SplitMetric.chosenBy(selection);
  }

  /**
   * Exports the student, or removes an earlier one if none is selected.
   *
   * @param seed whose run is exported
   * @param data the splits of that seed
   * @return what the study's record is to hold of it; empty if none is selected
   */
  Map<String, String> write(long seed, Dataset data) {
    if (selected.isEmpty()) {
      StudentExport.remove(study.folder());
      return Map.of();
    }
    Map<String, String> before = study.record().map(StudyRecord::exported).orElse(Map.of());
    String version = StudentExport.key(selected.get(), seed, chosenBy);
    if (version.equals(before.get("version"))
        && matches(before, StudentExport.MODEL)
        && matches(before, StudentExport.CARD)) {
      return before;
    }
    Path folder = study.folder();
    StudentExport.Exported done = StudentExport.write(folder, selected.get(), seed, chosenBy, data);
    Map<String, String> exported = new HashMap<>();
    exported.put("version", version);
    exported.put(StudentExport.MODEL, Checksums.of(done.model()));
    exported.put(StudentExport.CARD, Checksums.of(done.card()));
    return exported;
  }

  private boolean matches(Map<String, String> sums, String name) {
    return Checksums.matches(study.folder().resolve(name), sums.getOrDefault(name, ""));
  }
}
