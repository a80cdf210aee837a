package org.limbeck.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.objective.ClassPrior;
import org.limbeck.scores.ScoreTable;
import org.limbeck.workflow.scored.ScoredExamples;

/**
 * Whether a model's scores are fit to teach a robust student: what {@code limbeck diagnose} does.
 * It works on stored scores and trains nothing.
 *
 * <pre>{@code
 * ScoreTable table = ScoreTable.read(Path.of("scores.csv"), TableRequest.SCORES);
 * DiagnosedScores result = Diagnose.table(table, Diagnose.Options.NONE);
 * DiagnosisSentences.of(result.diagnosis()).forEach(System.out::println);
 * }</pre>
 */
public final class Diagnose {
  private Diagnose() {}

  /**
   * What is known of scores from elsewhere.
   *
   * @param costs c that the model was trained with, one for each class; 1 if empty
   * @param prior class frequencies or counts of its training data; those of the data, or else of
   *     the diagnosed labels, if empty
   * @param data that the scores are of, where it is to be checked or scored
   * @param fingerprint of the data that was scored; of the table if empty
   */
  public record Options(
      Optional<List<Double>> costs,
      Optional<List<Double>> prior,
      Optional<ScoredExamples> data,
      Optional<String> fingerprint) {
    /** Nothing is known. */
    public static final Options NONE =
        new Options(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * The scores of a finished run of a study, teacher or student, on the validation split.
   *
   * @param directory {@code STUDY/runs/ID}
   */
  public static DiagnosedScores run(Path directory) {
    return RunScores.read(directory).diagnosed();
  }

  /**
   * Every teacher of a finished study.
   *
   * @param directory of the study
   */
  public static DiagnosedStudy study(Path directory) {
    return DiagnosedStudy.of(directory);
  }

  /**
   * A table of scores.
   *
   * @throws LimbeckException if it does not fit the data or the options, or is too small
   */
  public static DiagnosedScores table(ScoreTable table, Options options) {
    options.data().ifPresent(data -> new DataCheck(table, data).check(options.fingerprint()));
    List<String> notes = new ArrayList<>();
    if (!table.found().isEmpty()) {
      notes.add(table.found());
    }
    return diagnosed(table, options, options.costs(), notes);
  }

  /**
   * An ONNX model, run on the data of the options.
   *
   * @throws LimbeckException without data, or if the model does not fit it
   */
  public static DiagnosedScores onnx(Path file, Options options) {
    ScoredModel model = ScoredModel.of(file, options.data());
    return diagnosed(
        model.table(), options, options.costs().or(model::costs), new ArrayList<>(model.notes()));
  }

  private static DiagnosedScores diagnosed(
      ScoreTable table, Options options, Optional<List<Double>> costs, List<String> notes) {
    int m = table.classes();
    notes.add(
        costs.isEmpty()
            ? "training costs: none given, so 1 each, and uncosted scores are the raw ones"
            : options.costs().isPresent()
                ? "training costs: as given"
                : "training costs: from the model file");
    OrderHint.of(table).ifPresent(notes::add);
    double[] c = new double[m];
    Arrays.fill(c, 1);
    return DiagnosedScores.of(
        table.source(),
        notes,
        table,
        costs.map(values -> ClassValues.of("--costs", values, m)).orElse(c),
        prior(table, options, notes),
        options.data().map(ScoredExamples::classNames).orElseGet(table::namesOfClasses));
  }

  private static ClassPrior prior(ScoreTable table, Options options, List<String> notes) {
    if (options.prior().isPresent()) {
      notes.add("class frequencies of training: as given");
      return DiagnosedScores.prior(
          ClassValues.of("--prior", options.prior().get(), table.classes()));
    }
    Optional<List<Integer>> counts = options.data().flatMap(ScoredExamples::trainCounts);
    if (counts.isPresent()) {
      notes.add("class frequencies of training: those of the training split");
      return DiagnosedScores.prior(counts.get().stream().mapToDouble(n -> n).toArray());
    }
    notes.add(
        "class frequencies of training: not given, so those of the labels diagnosed (--prior or --train-counts)");
    return DiagnosedScores.prior(table);
  }
}
