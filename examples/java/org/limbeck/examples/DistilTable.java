package org.limbeck.examples;

import java.nio.file.Path;
import java.util.Map;
import org.limbeck.data.DataPlan;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.workflow.Distill;
import org.limbeck.workflow.StudyWorkflow;
import org.limbeck.workflow.TeacherFile;

/**
 * Distils a teacher that was trained elsewhere, of which there are only scores, into a small
 * network: what {@code limbeck distill} does, from Java.
 *
 * <p>Arguments: a CSV file with columns {@code id} and {@code label}, the teacher's scores of its
 * rows with the column {@code id}, and a directory for the study. Start the JVM with {@code
 * -Dorg.bytedeco.javacpp.maxPhysicalBytes=0}.
 */
public final class DistilTable {
  private DistilTable() {}

  /** Runs the study and prints where its student is. */
  public static void main(String[] args) {
    run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]))
        .exported()
        .ifPresent(System.out::println);
  }

  static StudyWorkflow.Result run(Path table, Path scores, Path directory) {
    // With limbeck-table on the class path, DataName.plan reads any table by its name.
    DataPlan data =
        DataPlan.builder("csv")
            .options(Map.of("train", table.toString(), "label", "label", "id", "id"))
            .build();
    Distill distill =
        Distill.of(data)
            .teacher(TeacherFile.of(scores).withId("id").teacher())
            .student(NetworkSpec.parse("mlp 16"))
            .objective("standard")
            .objective("robust:0.5")
            .build();
    return StudyWorkflow.run(distill.plan(), directory, distill.options().build());
  }
}
