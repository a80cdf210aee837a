package org.limbeck.scores;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.limbeck.base.GrowingDoubles;
import org.limbeck.calibration.LogProbabilities;
import org.limbeck.metric.ArgMax;
import org.limbeck.scores.column.KindFinder;
import org.limbeck.scores.column.RowScores;
import org.limbeck.scores.column.ScoreGroup;
import org.limbeck.scores.column.ScoreKind;
import org.limbeck.scores.column.TableRows;

/** The scores of the rows of a table as they are read, in the form that is requested. */
final class ScoreValues {
  private final RowScores scores;
  private final int classes;
  private final Optional<ScoreKind> said;
  private final boolean wantLogits;
  private final LogProbabilities.Builder logs;
  private final GrowingDoubles values = new GrowingDoubles();
  private final IntStream.Builder predictions = IntStream.builder();
  private long size;

  ScoreValues(ScoreGroup group, TableRequest.Content content) {
    scores = new RowScores(group);
    classes = group.size();
    said = group.kind();
    wantLogits = content == TableRequest.Content.SCORES;
    logs = new LogProbabilities.Builder(Math.max(1, classes));
  }

  /** The number of classes, where the file has scores. */
  OptionalInt classes() {
    return classes == 0 ? OptionalInt.empty() : OptionalInt.of(classes);
  }

  void add(TableRows rows) {
    if (classes == 0) {
      return;
    }
    requireRoom(rows);
    double[] row = scores.read(rows);
    if (isStoredAsLogs()) {
      addLogs(logs, row, said.orElseThrow());
    } else {
      values.add(row);
    }
    predictions.add(ArgMax.ofRow(row));
  }

  private boolean isStoredAsLogs() {
    return said.filter(kind -> wantLogits || kind == ScoreKind.LOGITS).isPresent();
  }

  private static void addLogs(LogProbabilities.Builder logs, double[] row, ScoreKind kind) {
    switch (kind) {
      case LOGITS -> logs.addLogits(row);
      case PROBABILITIES -> logs.addProbabilities(row);
    }
  }

  private void requireRoom(TableRows rows) {
    size += classes;
    if (size > Integer.MAX_VALUE || (!isStoredAsLogs() && !values.hasRoom(classes, (int) size))) {
      throw rows.error("more than %d scores; split the file".formatted(Integer.MAX_VALUE));
    }
  }

  /** The class with the largest score of each row, the lowest index of several. */
  int[] predictions() {
    return predictions.build().toArray();
  }

  /** What the scores are, for people. */
  String kindText(String source) {
    return KindFinder.text(scores.kind(source), said);
  }

  /** What speaks against the kind that the scores are said to be; mostly nothing. */
  String doubt() {
    return classes > 0 && scores.lookLikeProbabilities()
        ? "these logits are all in [0, 1] and sum to 1 in every row, as probabilities do: if they are, say --kind probabilities"
        : "";
  }

  Scores scores(String source) {
    if (classes == 0) {
      return new Scores.None();
    }
    ScoreKind kind = scores.kind(source);
    if (isStoredAsLogs()) {
      return new Scores.Logits(logs.build());
    }
    return Scores.of(kind, values.toArray(), classes);
  }
}
