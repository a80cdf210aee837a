package org.limbeck.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.LimbeckException;
import org.limbeck.base.SafeTensors;
import org.limbeck.calibration.ScoreTransform;
import org.limbeck.data.Examples;
import org.limbeck.objective.RowWeights;
import org.limbeck.teacher.LabelOptions;
import org.limbeck.teacher.StudentLabels;
import org.limbeck.teacher.TeacherScores;

/** A finished teacher as its students read it: its logits and their calibration, from disk. */
public record TeacherFiles(RunRecord record, TeacherScores scores, ScoreTransform calibration) {

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
          new TeacherScores(classes, values(read, "train"), values(read, "validation")),
          record.diagnosis(link.scores()).calibration());
    } catch (IOException | SafeTensors.CorruptFileException e) {
      throw new LimbeckException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static float[] values(SafeTensors read, String name)
      throws SafeTensors.CorruptFileException {
    return read.tensor(name).values();
  }

  /** The bytes of {@code scores.safetensors}. */
  public static byte[] toBytes(TeacherScores scores) {
    Map<String, SafeTensors.Tensor> tensors = new LinkedHashMap<>();
    tensors.put("train", rows(scores.train(), scores.classes()));
    tensors.put("validation", rows(scores.validation(), scores.classes()));
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
