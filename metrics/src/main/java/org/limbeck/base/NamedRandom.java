package org.limbeck.base;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * A random generator named by a seed and a purpose, so that no two random choices share a stream.
 *
 * <p>The same (seed, purpose) gives the same numbers on every machine and JDK: the bits come from
 * {@link SplittableRandom}, whose algorithm is fixed, and everything derived from them is written
 * out here.
 */
public final class NamedRandom {
  private final SplittableRandom bits;

  /** The generator of {@code purpose} in the study seeded with {@code seed}. */
  public NamedRandom(long seed, String purpose) {
    byte[] hash =
        Checksums.sha256().digest((seed + "/" + purpose).getBytes(StandardCharsets.UTF_8));
    bits =
        new SplittableRandom(HexFormat.fromHexDigitsToLong(HexFormat.of().formatHex(hash, 0, 8)));
  }

  /** A uniform integer in [0, bound), without bias. */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound: expected 1 or more, found " + bound);
    }
    long limit = (1L << 62) - (1L << 62) % bound;
    long draw;
    do {
      draw = bits.nextLong() >>> 2;
    } while (draw >= limit);
    return (int) (draw % bound);
  }

  /** 64 random bits. */
  public long nextLong() {
    return bits.nextLong();
  }

  /** A uniform double in (0, 1). */
  public double nextDouble() {
    return ((bits.nextLong() >>> 11) + 0.5) * 0x1.0p-53;
  }

  /** {@code count} draws of the standard normal distribution (Box and Muller, 1958), float32. */
  public float[] gaussians(int count) {
    var draws = new float[count + 1];
    for (int i = 0; i < count; i += 2) {
      double radius = StrictMath.sqrt(-2 * StrictMath.log(nextDouble()));
      double angle = 2 * StrictMath.PI * nextDouble();
      draws[i] = (float) (radius * StrictMath.cos(angle));
      draws[i + 1] = (float) (radius * StrictMath.sin(angle));
    }
    return Arrays.copyOf(draws, count);
  }

  /** Shuffles {@code values} in place (Fisher and Yates). */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }

  /** A random order of 0 .. size-1. */
  public int[] permutation(int size) {
    var order = new int[size];
    Arrays.setAll(order, i -> i);
    shuffle(order);
    return order;
  }
}
