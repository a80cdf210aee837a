package org.limbeck.teacher;

import org.limbeck.base.Checksums;
import org.limbeck.data.Views;
import org.limbeck.nn.Precision;

/**
 * What the entries of a score cache depend on; caches of different keys are different files.
 *
 * @param teacherRun the teacher's run id, which names its weights and the data they come from
 * @param dataFingerprint of the splits
 * @param crop of the views
 * @param flips whether the views are flipped
 * @param precision what the teacher computes in when it scores
 * @param examples of the training split
 * @param classes m
 */
public record ScoreCacheKey(
    String teacherRun,
    String dataFingerprint,
    int crop,
    boolean flips,
    Precision precision,
    int examples,
    int classes) {

  /** The key of a teacher's scores for these views. */
  public static ScoreCacheKey of(
      String teacherRun,
      String dataFingerprint,
      Views views,
      Precision precision,
      int examples,
      int classes) {
    boolean flips = views.flip() != Views.Flip.NONE;
    return new ScoreCacheKey(
        teacherRun, dataFingerprint, views.crop(), flips, precision, examples, classes);
  }

  /** The number of views. */
  int views() {
    return (2 * crop + 1) * (2 * crop + 1) * (flips ? 2 : 1);
  }

  /** SHA-256 of the canonical text, hexadecimal. */
  String hash() {
    return Checksums.of(canonical());
  }

  /** All names are spelled out: they are part of the cache's format, whatever Java calls them. */
  String canonical() {
    return "limbeck-scores-%s ScoreCacheKey[teacherRun=%s, dataFingerprint=%s, "
            .formatted(ScoreCacheFile.VERSION, teacherRun, dataFingerprint)
        + "crop=%s, flips=%s, precision=%s, examples=%s, classes=%s]"
            .formatted(crop, flips, precisionName(), examples, classes);
  }

  private String precisionName() {
    return switch (precision) {
      case AUTO -> "AUTO";
      case FP32 -> "FP32";
      case BF16 -> "BF16";
    };
  }
}
