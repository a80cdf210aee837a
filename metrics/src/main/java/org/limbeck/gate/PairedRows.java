package org.limbeck.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.gate.ledger.RowHashes;
import org.limbeck.scores.ScoreTable;

/**
 * The rows of a candidate with the rows of its baseline that are the same examples: by id where
 * both have ids, else row by row.
 */
final class PairedRows {
  private final ScoreTable candidate;
  private final ScoreTable baseline;
  private final int[] classOf;
  private final boolean byId;
  private final int[] rowOf;

  private PairedRows(ScoreTable candidate, ScoreTable baseline) {
    this.candidate = candidate;
    this.baseline = baseline;
    classOf = classes();
    byId = candidate.ids().isPresent() && baseline.ids().isPresent();
    requireSameSize();
    rowOf = byId ? rowsById() : new int[0];
  }

  /** Pairs two tables; refuses those that are not of the same examples. */
  static PairedRows of(ScoreTable candidate, ScoreTable baseline) {
    return new PairedRows(candidate, baseline);
  }

  /** Refuses ids that occur twice. */
  static void requireUnique(ScoreTable table) {
    table
        .ids()
        .filter(ids -> RowHashes.ofIds(ids).size() < ids.size())
        .ifPresent(ids -> places(table.source(), ids));
  }

  private static Map<String, Integer> places(String source, List<String> ids) {
    Map<String, Integer> places = new HashMap<>(2 * ids.size());
    for (int i = 0; i < ids.size(); i++) {
      Integer earlier = places.put(ids.get(i), i);
      if (earlier != null) {
        throw new LimbeckException(
            "%s: id '%s' of row %d is that of row %d as well; give each example once, or name a column of ids that are all different"
                .formatted(source, ids.get(i), i + 1, earlier + 1));
      }
    }
    return places;
  }

  /** The candidate's index of each class of the baseline. */
  private int[] classes() {
    List<String> ours = candidate.namesOfClasses();
    List<String> theirs = baseline.namesOfClasses();
    List<String> unknown = new ArrayList<>(theirs);
    unknown.removeAll(new HashSet<>(ours));
    List<String> missing = new ArrayList<>(ours);
    missing.removeAll(new HashSet<>(theirs));
    if (!unknown.isEmpty() || !missing.isEmpty()) {
      throw new LimbeckException(
          "%s and its baseline %s have other classes (only the candidate: %s; only the baseline: %s); compare models of the same classes"
              .formatted(candidate.source(), baseline.source(), some(missing), some(unknown)));
    }
    Map<String, Integer> index = new HashMap<>();
    ours.forEach(name -> index.put(name, index.size()));
    return theirs.stream().mapToInt(index::get).toArray();
  }

  private static String some(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(3, names.size())));
    return names.isEmpty() ? "none" : names.size() > 3 ? shown + ", ..." : shown;
  }

  private void requireSameSize() {
    if (candidate.examples() != baseline.examples()) {
      throw new LimbeckException(
          "%s has %d rows and its baseline %s has %d; judge both on the same examples"
              .formatted(
                  candidate.source(),
                  candidate.examples(),
                  baseline.source(),
                  baseline.examples()));
    }
  }

  private int[] rowsById() {
    List<String> ours = candidate.ids().orElseThrow();
    List<String> theirs = baseline.ids().orElseThrow();
    if (ours.equals(theirs)) {
      return new int[0];
    }
    Map<String, Integer> places = places(baseline.source(), theirs);
    var rows = new int[ours.size()];
    for (int i = 0; i < rows.length; i++) {
      Integer row = places.get(ours.get(i));
      if (row == null) {
        throw new LimbeckException(
            "%s, row %d: id '%s' is not in its baseline %s; judge both on the same examples"
                .formatted(candidate.source(), i + 1, ours.get(i), baseline.source()));
      }
      rows[i] = row;
    }
    return rows;
  }

  /** How rows were paired, if that deserves a note. */
  Optional<String> note() {
    return byId
        ? Optional.empty()
        : Optional.of(
            "candidate and baseline are paired row by row, %d rows with equal labels, because not both have ids"
                .formatted(candidate.examples()));
  }

  /** The changed predictions of each class; refuses labels that differ. */
  DropCounts drops() {
    var baselineOnly = new int[candidate.classes()];
    var candidateOnly = new int[candidate.classes()];
    for (int i = 0; i < candidate.examples(); i++) {
      int row = rowOf.length == 0 ? i : rowOf[i];
      int label = candidate.labels()[i];
      if (classOf[baseline.labels()[row]] != label) {
        throw otherLabel(i, row);
      }
      boolean ours = candidate.predictions()[i] == label;
      boolean theirs = classOf[baseline.predictions()[row]] == label;
      baselineOnly[label] += theirs && !ours ? 1 : 0;
      candidateOnly[label] += ours && !theirs ? 1 : 0;
    }
    return DropCounts.of(baselineOnly, candidateOnly);
  }

  private LimbeckException otherLabel(int i, int row) {
    return new LimbeckException(
        "%s, row %d: the label is '%s', but '%s' in row %d of its baseline %s; judge both on the same examples%s"
            .formatted(
                candidate.source(),
                i + 1,
                candidate.namesOfClasses().get(candidate.labels()[i]),
                baseline.namesOfClasses().get(baseline.labels()[row]),
                row + 1,
                baseline.source(),
                byId ? "" : ", in the same order, or give both a column of ids"));
  }
}
