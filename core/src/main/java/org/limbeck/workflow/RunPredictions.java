package org.limbeck.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.limbeck.LimbeckException;
import org.limbeck.scores.ScoreTable;
import org.limbeck.scores.TableRequest;
import org.limbeck.store.RunDirectory;

/** Reads the predictions of a run for its splits, verified by their checksums. */
public final class RunPredictions {
  private RunPredictions() {}

  /**
   * Reads the predictions of a run directory.
   *
   * @param directory of the run
   * @param split {@code test} or {@code validation}
   * @param classes the number of classes m; as in {@link TableRequest}
   * @throws LimbeckException if it is not a run directory, lacks that split, or is not what its
   *     checksums say
   */
  public static ScoreTable read(Path directory, String split, OptionalInt classes) {
    return ScoreTable.read(
        file(directory, split),
        new TableRequest(TableRequest.Content.PREDICTIONS, classes, Optional.empty()));
  }

  private static Path file(Path directory, String split) {
    String name = name(split);
    if (!Files.isRegularFile(directory.resolve(RunDirectory.RECORD))) {
      throw new LimbeckException(
          directory
              + " is a directory without run.json, so it is no run directory; "
              + "give a CSV file or one of the directories in runs/ of a study");
    }
    return RunDirectory.verified(directory, name)
        .orElseThrow(
            () ->
                new LimbeckException(
                    "%s has no %s, the predictions of split %s; give a run directory that has it,"
                            .formatted(directory, name, split)
                        + " or run the study again"));
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
