package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.limbeck.base.Checksums;
import org.limbeck.compare.ChoiceSentences;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.ShipWarnings;
import org.limbeck.compare.SplitMetric;
import org.limbeck.data.Dataset;
import org.limbeck.export.StudentExport;
import org.limbeck.plan.StudyPlan;
import org.limbeck.store.StudyDirectory;
import org.limbeck.store.StudyRecord;
import org.limbeck.teacher.foreign.ForeignTeacher;

/**
 * The export of a study's selected student, unless that very student is there already and whole.
 */
final class SelectedExport {
  private SelectedExport() {}

  /**
   * Exports the student, or removes an earlier one if none is selected.
   *
   * @param data the splits of the exported seed
   * @return what the study's record is to hold of it; empty if none is selected
   */
  static Map<String, String> write(
      StudyDirectory study, StudyPlan plan, Leaderboard leaderboard, Dataset data) {
    Path folder = study.folder();
    if (leaderboard.selected().isEmpty()) {
      StudentExport.remove(folder);
      return Map.of();
    }
    Leaderboard.Row selected = leaderboard.selected().get();
    long seed = plan.exportedSeed();
    SplitMetric chosenBy = SplitMetric.chosenBy(plan.selection());
    Map<String, String> before = study.record().map(StudyRecord::exported).orElse(Map.of());
    List<String> warnings = ShipWarnings.of(leaderboard, plan.selection());
    List<ForeignTeacher> teachers = plan.teacher().foreign();
    List<String> choice = ChoiceSentences.of(leaderboard, plan.selection());
    List<String> said = Stream.concat(warnings.stream(), choice.stream()).toList();
    String version = StudentExport.key(selected, seed, chosenBy, said, teachers);
    if (version.equals(before.get("version"))
        && matches(folder, before, StudentExport.MODEL)
        && matches(folder, before, StudentExport.CARD)) {
      return before;
    }
    StudentExport.Exported done =
        StudentExport.write(folder, selected, seed, chosenBy, warnings, data, teachers, choice);
    Map<String, String> exported = new HashMap<>();
    exported.put("version", version);
    exported.put(StudentExport.MODEL, Checksums.of(done.model()));
    exported.put(StudentExport.CARD, Checksums.of(done.card()));
    return exported;
  }

  private static boolean matches(Path folder, Map<String, String> sums, String name) {
    return Checksums.matches(folder.resolve(name), sums.getOrDefault(name, ""));
  }
}
