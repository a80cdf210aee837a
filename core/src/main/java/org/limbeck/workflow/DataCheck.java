package org.limbeck.workflow;

import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.scores.ScoreTable;
import org.limbeck.workflow.scored.ScoredExamples;

/** Whether a table of scores is of the data it is said to be of. */
record DataCheck(ScoreTable table, ScoredExamples data) {
  /**
   * Compares classes, rows, fingerprints and the order of labels.
   *
   * @param given the fingerprint that the user states for the table
   * @throws LimbeckException naming both sides, if one differs
   */
  void check(Optional<String> given) {
    if (table.classes() != data.classes()) {
      throw refused(
          "scores of %d classes".formatted(table.classes()),
          data.classes() + " classes",
          "score every class of the data, in its order");
    }
    if (!table.classNames().isEmpty() && !table.classNames().equals(data.classNames())) {
      throw refused(
          "the classes " + table.classNames(),
          data.classNames().toString(),
          "name the same classes in both, or their order with --classes");
    }
    Optional<String> scored = given.or(table::fingerprint);
    Optional<String> expected = data.fingerprint();
    if (scored.isPresent() && expected.isPresent() && !scored.equals(expected)) {
      throw refused(
          "fingerprint " + scored.get(),
          expected.get(),
          "the scores are of other splits: score this data, or name the data that was scored");
    }
    int[] labels = data.examples().labels();
    if (table.examples() != labels.length) {
      throw refused(
          table.examples() + " rows", labels.length + " examples", "score all of them in order");
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != table.labels()[i]) {
        throw refused(
            "label %d in row %d".formatted(table.labels()[i], i + 1),
            "label " + labels[i],
            "keep the order of the data");
      }
    }
  }

  private LimbeckException refused(String found, String expected, String remedy) {
    return new LimbeckException(
        "%s: has %s, but %s has %s; %s"
            .formatted(table.source(), found, data.place(), expected, remedy));
  }
}
