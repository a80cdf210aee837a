package org.limbeck.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.base.SafeTensors;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.calibration.ScoreTransform;
import org.limbeck.data.Examples;
import org.limbeck.objective.RowWeights;
import org.limbeck.teacher.LabelOptions;
import org.limbeck.teacher.StudentLabels;
import org.limbeck.teacher.TeacherScores;

/** A finished teacher as its students read it: its logits and their calibration, from disk. */
public record TeacherFiles(RunRecord record, TeacherScores scores, ScoreTransform calibration) {
  private static final String VALIDATION = "validation";

  /**
   * Reads what {@code link} names from the study's directory.
   *
   * @throws LimbeckException if the teacher is missing, damaged or altered
   */
  public static TeacherFiles read(Path study, RunSpec.TeacherLink link, int classes) {
    var directory = new RunDirectory(study, link.runId());
    RunRecord record = directory.required();
    Path file = directory.file(RunDirectory.SCORES);
    try {
      SafeTensors read = SafeTensors.read(file);
      return new TeacherFiles(
          record,
          new TeacherScores(classes, values(read, "train"), validation(read)),
          calibration(record, link, classes));
    } catch (IOException | SafeTensors.CorruptFileException e) {
      throw new LimbeckException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Scores that were not diagnosed are used as they are. */
  private static ScoreTransform calibration(
      RunRecord record, RunSpec.TeacherLink link, int classes) {
    requireCosts(record.spec().recipe().label(), link.scores(), record.costs());
    return record.diagnoses().isEmpty()
        ? ScoreTransform.raw(classes)
        : record.diagnosis(link.scores()).calibration();
  }

  /**
   * Refuses un-costed scores of a teacher of unknown costs.
   *
   * @throws LimbeckException with the remedy
   */
  public static void requireCosts(String teacher, ScoreMode scores, Optional<double[]> costs) {
    if (scores == ScoreMode.UNCOSTED && costs.isEmpty()) {
      throw new LimbeckException(
          ("teacher.scores: uncosted scores are a teacher's divided by the costs it was trained with,"
                  + " and those of '%s' are not known: only a model that Limbeck wrote says them;"
                  + " use scores: temperature, or per-class, which finds what costs did to a class")
              .formatted(teacher));
    }
  }

  private static float[] validation(SafeTensors read) throws SafeTensors.CorruptFileException {
    return read.tensors().containsKey(VALIDATION) ? values(read, VALIDATION) : new float[0];
  }

  private static float[] values(SafeTensors read, String name)
      throws SafeTensors.CorruptFileException {
    return read.tensor(name).values();
  }

  /** The bytes of {@code scores.safetensors}. */
  public static byte[] toBytes(TeacherScores scores) {
    Map<String, SafeTensors.Tensor> tensors = new LinkedHashMap<>();
    tensors.put("train", rows(scores.train(), scores.classes()));
    if (scores.hasValidation()) {
      tensors.put(VALIDATION, rows(scores.validation(), scores.classes()));
    }
    return new SafeTensors(tensors, Map.of()).toBytes();
  }

  private static SafeTensors.Tensor rows(float[] values, int classes) {
    return new SafeTensors.Tensor(List.of(values.length / classes, classes), values);
  }

  /** How a student's label weights are made. */
  public StudentLabels labels(LabelOptions options, Examples train) {
    return new StudentLabels(
        options,
        calibration,
        scores.train(),
        train.labels(),
        RowWeights.of(train.details().weights()));
  }
}
