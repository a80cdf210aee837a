package org.limbeck.calibration;

import java.util.stream.IntStream;
import org.limbeck.base.NamedRandom;

/**
 * Two random halves of some examples, with each class cut as evenly as possible; equal labels give
 * equal halves.
 */
public final class StratifiedHalves {
  private static final long SEED = 0;

  private final byte[] half;

  /** The halves of examples with these labels in [0, classes). */
  public StratifiedHalves(int[] labels, int classes) {
    half = new byte[labels.length];
    var seen = new int[classes];
    for (int i : new NamedRandom(SEED, "diagnosis/halves").permutation(labels.length)) {
      int label = labels[i];
      // Odd classes leave their extra example to either half in turn.
      half[i] = (byte) ((seen[label]++ + label) % 2);
    }
  }

  /** The half, 0 or 1, of an example. */
  public int of(int example) {
    return half[example];
  }

  /** The examples of a half, ascending. */
  public int[] rows(int which) {
    return IntStream.range(0, half.length).filter(i -> half[i] == which).toArray();
  }
}
