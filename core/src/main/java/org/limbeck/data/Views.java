package org.limbeck.data;

import java.util.Locale;
import org.limbeck.base.NamedRandom;

/**
 * The views of an image that training draws from: a finite set, numbered, so that a teacher's score
 * of a view is computed once and found again.
 *
 * <p>A view is a crop of the image padded by {@code crop} pixels on each side, at one of (2 crop +
 * 1)^2 places, flipped left to right or not; with crop 4 and flips there are 162 (He et al., CVPR
 * 2016, section 4.2). Which view an example has in an epoch follows from (key, epoch, example)
 * alone, so any of them can be recomputed. Padding has the mean colour: zero after normalisation.
 *
 * @param crop pixels of padding on each side, 0 for none, at most 64
 * @param flip whether images are flipped, and how that is drawn
 * @param viewsPerImage how many of the views an image uses at all, drawn for each image; 0 for all
 */
public record Views(int crop, Flip flip, int viewsPerImage) {
  /** One view: the image as it is. */
  public static final Views NONE = new Views(0, Flip.NONE, 0);

  /** The usual 162 views of 32 x 32 images. */
  public static final Views USUAL = new Views(4, Flip.RANDOM, 0);

  private static final int MAX_CROP = 64;

  /** How flips are drawn. */
  public enum Flip {
    /** Never. */
    NONE,
    /** With probability one half. */
    RANDOM,
    /**
     * Every other epoch, half of the images in the even ones: each image is seen in both ways
     * equally often (Jordan, <i>94 % on CIFAR-10 in 3.29 seconds</i>, 2024). With {@code
     * viewsPerImage} the flips are those of the chosen views, as for {@link #RANDOM}.
     */
    ALTERNATING;

    /** The name used in study files. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Views {
    if (crop < 0 || crop > MAX_CROP) {
      throw new IllegalArgumentException(
          "crop: expected [0, %d], found %d".formatted(MAX_CROP, crop));
    }
    int all = places(crop) * (flip == Flip.NONE ? 1 : 2);
    if (viewsPerImage < 0 || viewsPerImage > all) {
      throw new IllegalArgumentException(
          "viewsPerImage: expected [0, %d], found %d".formatted(all, viewsPerImage));
    }
  }

  private static int places(int crop) {
    return (2 * crop + 1) * (2 * crop + 1);
  }

  /** The number of views; they are numbered from 0. */
  public int count() {
    return places(crop) * flips();
  }

  private int flips() {
    return flip == Flip.NONE ? 1 : 2;
  }

  /** The view that is the image itself. */
  public int identity() {
    return (places(crop) / 2) * flips();
  }

  /** Rows by which a view's content is moved up, in [-crop, crop]. */
  public int down(int view) {
    return view / flips() / (2 * crop + 1) - crop;
  }

  /** Columns by which a view's content is moved to the left, in [-crop, crop], before any flip. */
  public int right(int view) {
    return view / flips() % (2 * crop + 1) - crop;
  }

  /** Whether a view is flipped left to right. */
  public boolean flipped(int view) {
    return flip != Flip.NONE && view % 2 == 1;
  }

  /**
   * The view of an example in an epoch.
   *
   * @param key from {@link #key}
   * @param epoch from 1
   * @param example index in the training split
   */
  public int draw(long key, int epoch, int example) {
    if (viewsPerImage == 0) {
      return free(key, mix(key + mix(epoch), example), epoch, example);
    }
    int turn = below(mix(key + mix(epoch), example), viewsPerImage);
    return chosen(key, example, turn);
  }

  private int free(long key, long bits, int epoch, int example) {
    int place = below(bits, places(crop));
    return switch (flip) {
      case NONE -> place;
      case RANDOM -> 2 * place + (int) (bits & 1);
      case ALTERNATING -> 2 * place + (int) ((mix(key, example) + epoch) & 1);
    };
  }

  /**
   * The {@code turn}-th of an image's own views: a walk through all of them with a fixed stride.
   */
  private int chosen(long key, int example, int turn) {
    long bits = mix(key, example);
    int start = below(bits, count());
    int stride = 1 + below(mix(bits, 1), Math.max(1, count() - 1));
    while (gcd(stride, count()) != 1) {
      stride++;
    }
    return (int) ((start + (long) turn * stride) % count());
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** What views of one training are drawn with; the same for a teacher and all its students. */
  public static long key(long seed) {
    return new NamedRandom(seed, "views").nextLong();
  }

  /** A number in [0, bound) from the upper bits. */
  private static int below(long bits, int bound) {
    return (int) (((bits >>> 33) * bound) >>> 31);
  }

  private static long mix(long key, long value) {
    return mix(key ^ mix(value + 0x9E3779B97F4A7C15L));
  }

  /** The finaliser of SplitMix64 (Steele, Lea &amp; Flood, OOPSLA 2014). */
  private static long mix(long bits) {
    long z = bits + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
