package org.limbeck.teacher.foreign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.limbeck.LimbeckException;
import org.limbeck.base.Closer;
import org.limbeck.calibration.LogitRows;
import org.limbeck.calibration.MixtureWeights;
import org.limbeck.calibration.ScoreMixture;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;
import org.limbeck.data.Views;
import org.limbeck.teacher.ViewLogits;
import org.limbeck.teacher.foreign.ForeignSource.Ensemble.Combination;

/** The scores of several teachers together. */
final class EnsembleScores implements ForeignScores {
  private static final String WHOLE =
      ". The teacher now depends on these labels: its calibration on validation, and what is chosen"
          + " by it, looks a little better than it is";
  private static final String DRIVING =
      ". The teacher now depends on these labels: its calibration on validation looks a little"
          + " better than it is; its students are judged by other examples";

  private final ForeignSource.Ensemble source;
  private final Closer closer = new Closer();
  private final List<ForeignScores> members = new ArrayList<>();
  private final int classes;
  private final Set<String> notes = new LinkedHashSet<>();
  private final ScoreMixture mixture;

  /**
   * Opens all members; if one of them cannot be used, those before it are closed.
   *
   * @param driving rows of validation that weights are fitted to; empty for all
   */
  EnsembleScores(
      ForeignSource.Ensemble source, Dataset data, int threads, Optional<int[]> driving) {
    this.source = source;
    classes = data.classes();
    try {
      for (ForeignSource member : source.members()) {
        members.add(
            closer.add(
                ForeignTeachers.open(member, data, threads, driving),
                (ForeignScores opened) -> opened.close()));
      }
      mixture = new ScoreMixture(averaged(), weights(data, driving));
    } catch (RuntimeException | Error e) {
      closer.closeAfter(e);
      throw e;
    }
  }

  private ScoreMixture.Of averaged() {
    return switch (source.combination()) {
      case MEAN_PROBABILITY, VALIDATION -> ScoreMixture.Of.PROBABILITIES;
      case MEAN_LOGIT -> ScoreMixture.Of.LOG_PROBABILITIES;
    };
  }

  private double[] weights(Dataset data, Optional<int[]> driving) {
    if (source.combination() != Combination.VALIDATION) {
      var equal = new double[members.size()];
      Arrays.fill(equal, 1.0 / equal.length);
      return equal;
    }
    int[] labels = data.validation().labels();
    int[] rows = driving.orElseGet(() -> IntStream.range(0, labels.length).toArray());
    double[][] logs = new double[members.size()][];
    for (int k = 0; k < logs.length; k++) {
      logs[k] = logsOfLabels(k, labels, rows);
    }
    MixtureWeights fitted = MixtureWeights.fit(logs);
    notes.add(note(fitted, rows.length) + (driving.isPresent() ? DRIVING : WHOLE));
    return fitted.weights();
  }

  private double[] logsOfLabels(int member, int[] labels, int[] chosen) {
    float[] logits =
        members
            .get(member)
            .logits(Split.VALIDATION)
            .orElseThrow(
                () ->
                    new LimbeckException(
                        "%s: weights: validation needs scores of the validation rows, and %s has none; give them, or write weights: mean-probability"
                            .formatted(source.text(), source.members().get(member).text())));
    LogitRows rows = LogitRows.of(logits, classes).canonical();
    var row = new double[classes];
    var logs = new double[chosen.length];
    for (int i = 0; i < logs.length; i++) {
      rows.read(chosen[i], row);
      logs[i] = row[labels[chosen[i]]];
    }
    return logs;
  }

  private String note(MixtureWeights fitted, int examples) {
    List<String> weights =
        IntStream.range(0, members.size())
            .mapToObj(
                k ->
                    String.format(
                        Locale.ROOT,
                        "%s %.4f",
                        source.members().get(k).text(),
                        fitted.weights()[k]))
            .toList();
    return "%s: weights fitted to the labels of %d validation examples: %s"
        .formatted(source.text(), examples, String.join(", ", weights));
  }

  @Override
  public Optional<float[]> logits(Split split) {
    List<float[]> all = new ArrayList<>();
    for (int k = 0; k < members.size(); k++) {
      Optional<float[]> logits = members.get(k).logits(split);
      if (logits.isEmpty()) {
        notes.add(
            "%s: no scores of the %s split, since %s has none"
                .formatted(source.text(), split.label(), source.members().get(k).text()));
        return Optional.empty();
      }
      all.add(logits.get());
    }
    return Optional.of(mixture.mixed(all, classes));
  }

  @Override
  public Optional<ViewLogits> views(Views views) {
    List<ViewLogits> all = members.stream().flatMap(m -> m.views(views).stream()).toList();
    if (all.size() < members.size()) {
      return Optional.empty();
    }
    return Optional.of(
        (examples, chosen) ->
            mixture.mixed(
                all.stream().map(member -> member.logits(examples, chosen)).toList(), classes));
  }

  /** Known only if all members say the same ones. */
  @Override
  public Optional<double[]> costs() {
    Optional<double[]> first = members.get(0).costs();
    return first.filter(costs -> members.stream().allMatch(member -> says(member, costs)));
  }

  private static boolean says(ForeignScores member, double[] costs) {
    return member.costs().filter(own -> Arrays.equals(own, costs)).isPresent();
  }

  @Override
  public List<String> notes() {
    List<String> all = new ArrayList<>();
    members.forEach(member -> all.addAll(member.notes()));
    all.addAll(notes);
    return List.copyOf(all);
  }

  @Override
  public void close() {
    closer.close();
  }
}
