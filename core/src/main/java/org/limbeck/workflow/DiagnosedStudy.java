package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.plan.Role;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.StudyDirectory;
import org.limbeck.store.StudyRecord;

/**
 * The teachers of a study, side by side.
 *
 * @param name of the study
 * @param teachers in the order of the study
 * @param sentences which objective gives the best teachers, and which could not be diagnosed, in
 *     words
 */
public record DiagnosedStudy(String name, List<Teacher> teachers, List<String> sentences) {
  /**
   * One teacher.
   *
   * @param objective with its trade-off
   * @param seed of the run
   * @param run its id
   * @param scores its diagnosis
   */
  public record Teacher(String objective, long seed, String run, DiagnosedScores scores) {}

  public DiagnosedStudy {
    teachers = List.copyOf(teachers);
    sentences = List.copyOf(sentences);
  }

  static DiagnosedStudy of(Path directory) {
    StudyRecord study =
        StudyDirectory.readRecord(directory)
            .filter(record -> !record.runs().isEmpty())
            .orElseThrow(
                () ->
                    new LimbeckException(
                        directory
                            + ": no finished study; finish it with limbeck study, or name one of its finished runs, "
                            + directory.resolve("runs").resolve("ID")));
    List<Teacher> teachers = new ArrayList<>();
    List<RunRecord> diagnosed = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String id : study.runs()) {
      var run = new RunDirectory(directory, id);
      RunRecord record = run.required();
      if (record.spec().role() == Role.TEACHER && record.delivered().validation() == null) {
        missing.add(
            "%s has no scores for validation, so its calibration cannot be known."
                .formatted(record.spec().recipe().label()));
      } else if (record.spec().role() == Role.TEACHER) {
        DiagnosedScores scores = RunScores.read(run.file(""), run).diagnosed();
        teachers.add(new Teacher(record.spec().recipe().label(), record.spec().seed(), id, scores));
        diagnosed.add(record);
      }
    }
    missing.addAll(0, TeacherRanking.sentences(teachers, diagnosed));
    return new DiagnosedStudy(study.name(), teachers, missing);
  }
}
