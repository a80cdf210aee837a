package org.limbeck.scores.column;

import org.limbeck.LimbeckException;

/** Reads the scores of a table row by row and checks them. */
public final class RowScores {
  private final ScoreGroup group;
  private final double[] row;
  private final KindFinder finder = new KindFinder();
  private final boolean probabilities;

  public RowScores(ScoreGroup group) {
    this.group = group;
    row = new double[group.size()];
    probabilities = group.kind().filter(ScoreKind.PROBABILITIES::equals).isPresent();
  }

  /** The scores of the current row; the array is used again. */
  public double[] read(TableRows rows) {
    double sum = 0;
    for (int y = 0; y < row.length; y++) {
      int column = group.positions()[y];
      row[y] = rows.decimal(column);
      sum += row[y];
      if (probabilities && !(row[y] >= 0 && row[y] <= 1)) {
        throw rows.error(
            column,
            "expected a probability in [0, 1], found %s; give the softmax of the scores, or name them as logits (z0, z1, ... or --kind logits)"
                .formatted(rows.text(column)));
      }
      if (!Float.isFinite((float) row[y])) {
        throw rows.error(
            column,
            "expected a finite score, found %s; correct it, or leave the example out"
                .formatted(rows.text(column)));
      }
    }
    if (probabilities && !KindFinder.isOne(sum)) {
      throw new LimbeckException(
          "%s, columns %s: the probabilities sum to %s, not to 1 within %s; give the softmax of the scores, not the scores"
              .formatted(rows.place(), group.shown(), (float) sum, KindFinder.SUM_TOLERANCE));
    }
    if (!probabilities) {
      finder.add(row);
    }
    return row;
  }

  /** Whether scores that are said to be logits can be nothing but probabilities in every row. */
  public boolean lookLikeProbabilities() {
    return group.kind().filter(ScoreKind.LOGITS::equals).isPresent()
        && finder.areSurelyDistributions();
  }

  /** The kind of all rows. */
  public ScoreKind kind(String source) {
    return group.kind().orElseGet(() -> finder.kind(source, i -> "of row " + (i + 1)));
  }
}
