package org.limbeck.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import org.limbeck.LimbeckException;
import org.limbeck.study.RunDirectory;

/** Where a run directory keeps the predictions of its splits. */
final class RunPredictions {
  private RunPredictions() {}

  static Path file(Path directory, String split) {
    if (!Files.isRegularFile(directory.resolve(RunDirectory.RECORD))) {
      throw new LimbeckException(
          directory
              + " is a directory without run.json, so it is no run directory; "
              + "give a CSV file or one of the directories in runs/ of a study");
    }
    Path file = directory.resolve(name(split));
    if (!Files.exists(file)) {
      throw new LimbeckException(
          "%s has no %s, the predictions of split %s; give a run directory that has it, or run the"
                  .formatted(directory, file.getFileName(), split)
              + " study again");
    }
    return file;
  }

  private static String name(String split) {
    return switch (split) {
      case "test" -> RunDirectory.PREDICTIONS;
      case "validation" -> RunDirectory.VALIDATION_PREDICTIONS;
      default ->
          throw new LimbeckException("split: expected test or validation, found '" + split + "'");
    };
  }
}
