package org.limbeck.scores;

import java.nio.file.Path;
import java.util.Optional;
import org.limbeck.LimbeckException;

/**
 * The scores of any model for held-out examples, with their labels.
 *
 * @param source where they come from, for messages
 * @param classes m, at least 2
 * @param logits row-major {@code [examples, classes]}, finite
 * @param labels {@code [examples]}, each in [0, classes)
 * @param fingerprint of the data that was scored, where the file says it
 */
@SuppressWarnings("ArrayRecordComponent") // large, shared, read-only
public record ScoreTable(
    String source, int classes, float[] logits, int[] labels, Optional<String> fingerprint) {
  // Where a probability is 0 in float32 the example counts 103 nats, as in the metrics.
  private static final double SMALLEST = Float.MIN_VALUE;

  public ScoreTable {
    if (classes < 2 || logits.length != (long) classes * labels.length) {
      throw new IllegalArgumentException(
          "expected %d rows of %d logits, found %d values"
              .formatted(labels.length, classes, logits.length));
    }
  }

  /**
   * Reads a CSV file with the columns {@code label,z0,...,z{m-1}} (logits) or {@code
   * label,p0,...,p{m-1}} (probabilities, whose logarithms are taken), or a {@code .safetensors}
   * file with the tensors {@code logits} and {@code labels}.
   *
   * @throws LimbeckException naming file, place and remedy, for anything wrong in the file
   */
  public static ScoreTable read(Path file) {
    return file.toString().endsWith(".safetensors") ? ScoreTensors.read(file) : ScoreCsv.read(file);
  }

  /** The logit log p of a probability, up to a constant for each example. */
  public static float logit(double probability) {
    return (float) Math.log(Math.max(probability, SMALLEST));
  }

  /** The logits of probabilities, row-major. */
  public static float[] logits(double[] probabilities) {
    var logits = new float[probabilities.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = logit(probabilities[i]);
    }
    return logits;
  }

  /** The number of examples n. */
  public int examples() {
    return labels.length;
  }
}
