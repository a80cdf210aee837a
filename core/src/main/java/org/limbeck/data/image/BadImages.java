package org.limbeck.data.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;

/** Counts the pictures of one part that cannot be decoded, class by class. */
final class BadImages {
  private final String part;
  private final List<String> classNames;
  private final double allowed;
  private final int[] total;
  private final int[] bad;
  private @Nullable String first;

  /**
   * Nothing counted yet.
   *
   * @param part training or test
   * @param allowed share of a class that may be left out, in [0, 1]
   */
  BadImages(String part, List<String> classNames, double allowed) {
    this.part = part;
    this.classNames = classNames;
    this.allowed = allowed;
    total = new int[classNames.size()];
    bad = new int[classNames.size()];
  }

  /** Counts a picture that was decoded. */
  void good(int label) {
    total[label]++;
  }

  /** Counts a picture that was left out. */
  void bad(int label, String fileAndReason) {
    total[label]++;
    bad[label]++;
    if (first == null) {
      first = fileAndReason;
    }
  }

  /**
   * The note on what was left out; empty where nothing was.
   *
   * @throws LimbeckException if more than the allowed share of a class was left out
   */
  List<String> notes() {
    if (first == null) {
      return List.of();
    }
    List<String> counts = new ArrayList<>();
    for (int y = 0; y < bad.length; y++) {
      requireAllowed(y);
      if (bad[y] > 0) {
        counts.add("%s %,d of %,d".formatted(classNames.get(y), bad[y], total[y]));
      }
    }
    return List.of(
        "undecodable images of the %s part left out: %s; the first: %s"
            .formatted(part, String.join(", ", counts), first));
  }

  private void requireAllowed(int y) {
    if (bad[y] > allowed * total[y]) {
      throw new LimbeckException(
          ("data.onBadImage: skip would leave out %,d of %,d %s images of class '%s' (%s), and"
                  + " data.badImages allows %s of a class; mend the files, or set data.badImages: %s;"
                  + " the first: %s")
              .formatted(
                  bad[y],
                  total[y],
                  part,
                  classNames.get(y),
                  percent((double) bad[y] / total[y]),
                  percent(allowed),
                  enough(y),
                  first));
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** A share that lets class y pass, rounded up to hundredths. */
  private String enough(int y) {
    return String.format(Locale.ROOT, "%.2f", Math.ceil(100.0 * bad[y] / total[y]) / 100);
  }
}
