package org.limbeck.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.compare.Runs;
import org.limbeck.data.ValidationFrom;
import org.limbeck.plan.StudyPlan;
import org.limbeck.study.Parallelism;

/** A small study in a JVM of its own, to be killed at will. */
final class StudyProcess {
  private StudyProcess() {}

  /**
   * Runs the study in the directory named by the first argument, for as many epochs as the second;
   * its validation share is the third, if there is one.
   */
  public static void main(String[] args) {
    StudyOptions options =
        StudyOptions.builder().parallelism(Parallelism.of(2, 1)).checkpointSeconds(0).build();
    StudyPlan plan = Runs.plan(Integer.parseInt(args[1]), 0L);
    StudyWorkflow.run(args.length > 2 ? withShare(plan, args[2]) : plan, Path.of(args[0]), options);
  }

  private static StudyPlan withShare(StudyPlan plan, String share) {
    return plan.toBuilder()
        .data(
            plan.data().toBuilder()
                .validation(ValidationFrom.TRAIN, Double.parseDouble(share))
                .build())
        .scores(ScoreMode.TEMPERATURE)
        .build();
  }

  static Process start(Path directory, int epochs, List<String> flags, String... share)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(StudyProcess.class.getName(), directory.toString(), Integer.toString(epochs)));
    command.addAll(List.of(share));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolveSibling(directory.getFileName() + ".log").toFile())
        .start();
  }
}
