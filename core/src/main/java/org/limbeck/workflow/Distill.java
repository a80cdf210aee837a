package org.limbeck.workflow;

import java.util.Map;
import org.limbeck.data.DataPlan;
import org.limbeck.plan.StudyPlan;

/**
 * One distillation as a study: what {@code limbeck distill} runs. Everything that is left out is
 * chosen for the data.
 *
 * <pre>{@code
 * DataPlan data = DataName.plan("birds.parquet", Map.of("label", "kind"));
 * Distill distill = Distill.of(data)
 *     .teacher(TeacherFile.of(Path.of("big.onnx")).teacher())
 *     .objective("robust:0.5")
 *     .build();
 * StudyWorkflow.run(distill.plan(), Path.of("out"), distill.options().build());
 * }</pre>
 *
 * @param plan the study
 * @param comments of its study file by key: what was chosen, and what else could be
 */
public record Distill(StudyPlan plan, Map<String, String> comments) {
  public Distill {
    comments = Map.copyOf(comments);
  }

  /** Begins with a teacher that is trained, and three students. */
  public static DistillBuilder of(DataPlan data) {
    return new DistillBuilder(data);
  }

  /** Options of a study, with the comments. */
  public StudyOptions.Builder options() {
    return StudyOptions.builder().comments(comments);
  }
}
