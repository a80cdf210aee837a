package org.limbeck.teacher.intake;

import java.util.List;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.diagnosis.RawScores;
import org.limbeck.diagnosis.RawScores.Look;
import org.limbeck.scores.column.ScoreKind;

/**
 * What the numbers of a foreign teacher are taken for.
 *
 * @param where how messages call the teacher
 * @param raw what they look like
 * @param insists whether what is said holds against what the numbers look like
 * @param notes where doubts go that are no errors
 */
record KindDecision(String where, RawScores raw, boolean insists, List<String> notes) {
  private static final double ROUNDED = 1e-3;

  ScoreKind kind(Optional<ScoreKind> declared) {
    ScoreKind kind = declared.map(this::confirmed).orElseGet(this::found);
    if (kind == ScoreKind.PROBABILITIES && spread() > ROUNDED) {
      notes.add(
          "%s: its probabilities sum to between %s and %s for an example, so they were divided by their sums"
              .formatted(where, text(raw.leastSum()), text(raw.largestSum())));
    }
    return kind;
  }

  private double spread() {
    return Math.max(1 - raw.leastSum(), raw.largestSum() - 1);
  }

  private ScoreKind found() {
    return switch (raw.look()) {
      case PROBABILITIES -> ScoreKind.PROBABILITIES;
      case LOG_PROBABILITIES -> ScoreKind.LOGITS;
      case LOGITS -> logitsUnlessFewRowsSayOtherwise();
      case SEPARATE_PROBABILITIES -> throw separate();
      case SHARES -> throw shares();
    };
  }

  private ScoreKind logitsUnlessFewRowsSayOtherwise() {
    if (raw.firstOther().isPresent()) {
      throw fewRows();
    }
    return ScoreKind.LOGITS;
  }

  private ScoreKind confirmed(ScoreKind declared) {
    return declared == ScoreKind.PROBABILITIES ? confirmedProbabilities() : confirmedLogits();
  }

  private ScoreKind confirmedLogits() {
    if (raw.surelyProbabilities()) {
      return unlessInsisted(
          ScoreKind.LOGITS,
          error(
              "taken for logits, but all values are in [0, 1] and sum to 1 for each example: these are probabilities, and a softmax of them would be nearly flat; write output: {kind: probabilities}"));
    }
    if (raw.look() == Look.SEPARATE_PROBABILITIES || raw.look() == Look.SHARES) {
      notes.add(
          "%s: its values are within %s, which is unusual for logits: check that they are not probabilities"
              .formatted(where, range()));
    }
    return ScoreKind.LOGITS;
  }

  private ScoreKind confirmedProbabilities() {
    return switch (raw.look()) {
      case PROBABILITIES -> ScoreKind.PROBABILITIES;
      case LOG_PROBABILITIES ->
          throw error(
              "taken for probabilities, but none is above 0 and their exponentials sum to 1: these are log-probabilities; write output: {kind: logits}");
      case LOGITS -> {
        logitsUnlessFewRowsSayOtherwise();
        throw error(
            "taken for probabilities, but the values are within %s, not in [0, 1]; write output: {kind: logits}"
                .formatted(range()));
      }
      case SEPARATE_PROBABILITIES -> unlessInsisted(ScoreKind.PROBABILITIES, separate());
      case SHARES -> unlessInsisted(ScoreKind.PROBABILITIES, shares());
    };
  }

  /** What was said, with a note, if it is insisted on; such numbers are divided by their sums. */
  private ScoreKind unlessInsisted(ScoreKind said, LimbeckException finding) {
    if (!insists) {
      throw new LimbeckException(
          finding.getMessage() + "; or write output: {check: warn} beside kind to insist on it");
    }
    notes.add(String.valueOf(finding.getMessage()));
    return said;
  }

  private LimbeckException separate() {
    if (raw.firstOther().isPresent()) {
      return fewRows();
    }
    return error(
        "its values are in [0, 1], but sum to between %s and %s for an example: probabilities of each class against the others (sigmoid) are not a distribution over the classes; give the values before the sigmoid, with output: {kind: logits}"
            .formatted(text(raw.leastSum()), text(raw.largestSum())));
  }

  private LimbeckException shares() {
    return error(
        "its values are not negative and sum to %s for each example, like percent or votes; divide them by that sum"
            .formatted(text(raw.largestSum())));
  }

  private LimbeckException fewRows() {
    return error(
        "row %d does not hold probabilities, which are in [0, 1] and sum to 1, as nearly all other rows do; correct it, or leave it out"
            .formatted(raw.firstOther().orElseThrow() + 1));
  }

  private String range() {
    return "[%s, %s]".formatted(text(raw.least()), text(raw.largest()));
  }

  private static String text(double value) {
    return Float.toString((float) value);
  }

  private LimbeckException error(String problem) {
    return new LimbeckException(where + ": " + problem);
  }
}
