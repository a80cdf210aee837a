package org.limbeck.scores;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.scores.column.ScoreKind;
import org.limbeck.scores.column.ScoreMatrix;

/**
 * Scores from a file without need of labels: what a teacher gave the examples of a data set.
 *
 * @param source the file, for messages
 * @param kind of the scores: as their names or the request say, or else as all rows show
 * @param classes the names of the classes in the order of the scores; empty where the file numbers
 *     them only
 * @param ids of the rows, all different, where a column of ids is named or found
 * @param scores finite; probabilities are in [0, 1] and sum to 1 within a thousandth
 * @param found what was taken for what, a sentence for people
 */
public record ScoreFile(
    String source,
    ScoreKind kind,
    List<String> classes,
    Optional<List<String>> ids,
    ScoreMatrix scores,
    String found) {
  public ScoreFile {
    classes = List.copyOf(classes);
  }

  /**
   * Reads a file of scores in any format: CSV, npy, npz, safetensors, and those that a {@link
   * TableFormat} adds. The scores are in memory once, in the precision of arrays; those of a text
   * in float32.
   *
   * @param request its content is ignored; a column of labels, where there is one, is left out
   * @throws LimbeckException naming file, place and remedy, for anything wrong in the file
   */
  public static ScoreFile read(Path file, TableRequest request) {
    CsvFile.checkReadable(file);
    return TableFormat.of(file).scores(file, request);
  }

  /** The number of examples n. */
  public int rows() {
    return scores.rows();
  }
}
