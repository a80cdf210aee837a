package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.scores.ScoreTable;
import org.limbeck.teacher.foreign.OnnxScores;
import org.limbeck.workflow.scored.ScoredExamples;

/**
 * A model, and what it gives some examples.
 *
 * @param table of its scores
 * @param costs that it was trained with, where it says so
 * @param notes what was found, a line each
 */
record ScoredModel(ScoreTable table, Optional<List<Double>> costs, List<String> notes) {
  ScoredModel {
    notes = List.copyOf(notes);
  }

  /**
   * Runs an ONNX model.
   *
   * @throws LimbeckException without data, or if the model does not fit it
   */
  static ScoredModel of(Path file, Optional<ScoredExamples> examples) {
    ScoredExamples data =
        examples.orElseThrow(
            () ->
                new LimbeckException(
                    file
                        + ": an ONNX model needs examples to score; name them with --data, a study file or a table"));
    OnnxScores scores = OnnxScores.of(file, data.examples(), data.columns(), data.classNames());
    List<String> notes = new ArrayList<>(data.notes());
    notes.addAll(scores.notes());
    notes.add("scored " + data.place() + " with ONNX Runtime, output '" + scores.output() + "'");
    scores
        .fingerprint()
        .filter(theirs -> data.fingerprint().filter(ours -> !ours.equals(theirs)).isPresent())
        .ifPresent(
            theirs ->
                notes.add(
                    "the model was trained on other splits (fingerprint %s, the data has %s): it may have learned from examples it is diagnosed on"
                        .formatted(theirs, data.fingerprint().orElseThrow())));
    ScoreTable table = OnnxTables.table(file, scores, data, notes);
    return new ScoredModel(
        table.withClassNames(data.classNames()).withGroups(data.groups()),
        scores.costs().map(costs -> Arrays.stream(costs).boxed().toList()),
        notes);
  }
}
