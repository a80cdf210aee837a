package org.limbeck.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.compare.Runs;
import org.limbeck.study.Parallelism;

/** A small study in a JVM of its own, to be killed at will. */
final class StudyProcess {
  private StudyProcess() {}

  /**
   * Runs the study in the directory named by the first argument, for as many epochs as the second.
   */
  public static void main(String[] args) {
    StudyOptions options =
        StudyOptions.builder().parallelism(Parallelism.of(2, 1)).checkpointSeconds(0).build();
    StudyWorkflow.run(Runs.plan(Integer.parseInt(args[1]), 0L), Path.of(args[0]), options);
  }

  static Process start(Path directory, int epochs, List<String> flags) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0"));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(StudyProcess.class.getName(), directory.toString(), Integer.toString(epochs)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolveSibling(directory.getFileName() + ".log").toFile())
        .start();
  }
}
