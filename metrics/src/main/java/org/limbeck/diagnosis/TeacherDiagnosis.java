package org.limbeck.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.CalibrationFit;
import org.limbeck.calibration.CrossFit;
import org.limbeck.calibration.HeldOutScores;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.calibration.StratifiedHalves;
import org.limbeck.metric.ArgMax;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.ClassTally;

/**
 * Whether scores are fit to teach a robust student: their calibration in every score mode, class by
 * class, beside what chance alone would give, and a verdict.
 *
 * <p>It takes one pass over the scores for each mode and a few for the fits; nothing is trained.
 * All random choices are fixed: equal scores have equal diagnoses. Logits are taken in canonical
 * form and costs with a geometric mean of 1, so a constant added to the logits of an example or a
 * common factor of the costs changes nothing (docs/method.md, section 4).
 *
 * @param examples n
 * @param bins equal-width bins over [0, 1]
 * @param bootstraps the number of resamples behind the intervals of the verdict
 * @param predictions class metrics of the predictions argmax z, with bounds at 95 %
 * @param modes in the order of {@link ScoreMode}
 * @param verdict the mode to use and what to expect of a student
 */
public record TeacherDiagnosis(
    int examples,
    int bins,
    int bootstraps,
    ClassMetrics predictions,
    List<ModeDiagnosis> modes,
    TeacherVerdict verdict) {
  /** The least number of examples of each class: one to fit on and one to measure on. */
  public static final int LEAST_EXAMPLES = 2;

  private static final double LEVEL = 0.95;

  public TeacherDiagnosis {
    modes = List.copyOf(modes);
  }

  /**
   * Diagnoses scores.
   *
   * @param trainingCosts c that the scorer was trained with, {@code [classes]}, each &gt; 0; all
   *     equal without costs
   * @param scores logits and labels that the scorer was not trained on, with its training prior
   * @param classNames in label order
   * @throws LimbeckException if a class has fewer than two examples, naming it
   */
  public static TeacherDiagnosis of(
      double[] trainingCosts, HeldOutScores scores, List<String> classNames) {
    int m = trainingCosts.length;
    requireExamples(scores, classNames);
    HeldOutScores heldOut = scores.canonical();
    double[] costs = withoutFactor(trainingCosts);
    var halves = new StratifiedHalves(heldOut.labels(), m);
    var resamples = new Resamples(heldOut.labels().length, m, Diagnosis.BINS);
    List<CalibrationFit> fits = CrossFit.fits(costs, heldOut, halves);
    boolean costed = Arrays.stream(trainingCosts).distinct().count() > 1;
    List<ModeDiagnosis> modes = new ArrayList<>();
    List<double[]> bootstraps = new ArrayList<>();
    for (ScoreMode mode : ScoreMode.values()) {
      if (mode == ScoreMode.UNCOSTED && !costed) {
        modes.add(modes.get(0).as(mode));
        bootstraps.add(bootstraps.get(0));
        continue;
      }
      var fit = new CrossFit(mode, heldOut, halves, fits);
      var scan = new ModeScan(fit, heldOut, resamples);
      modes.add(ModeDiagnosis.of(fit, scan, classNames));
      bootstraps.add(scan.bootstrap());
    }
    return new TeacherDiagnosis(
        heldOut.labels().length,
        Diagnosis.BINS,
        resamples.bootstraps(),
        metrics(heldOut, m),
        modes,
        TeacherVerdict.of(modes, bootstraps, costed));
  }

  /** The diagnosis of one mode. */
  public ModeDiagnosis mode(ScoreMode mode) {
    return modes.stream().filter(one -> one.mode() == mode).findFirst().orElseThrow();
  }

  /** The diagnosis of the mode that the verdict recommends. */
  public ModeDiagnosis recommended() {
    return mode(verdict.scores());
  }

  /** The costs divided by their geometric mean. */
  private static double[] withoutFactor(double[] costs) {
    double mean = Arrays.stream(costs).map(Math::log).average().orElseThrow();
    return Arrays.stream(costs).map(cost -> cost / Math.exp(mean)).toArray();
  }

  private static ClassMetrics metrics(HeldOutScores heldOut, int classes) {
    var row = new double[classes];
    var predictions = new int[heldOut.labels().length];
    for (int i = 0; i < predictions.length; i++) {
      heldOut.rows().read(i, row);
      predictions[i] = ArgMax.ofRow(row);
    }
    return ClassMetrics.of(
        ClassTally.of(classes, heldOut.labels(), predictions), LEVEL, OptionalInt.empty());
  }

  private static void requireExamples(HeldOutScores heldOut, List<String> names) {
    var counts = new int[names.size()];
    for (int label : heldOut.labels()) {
      counts[label]++;
    }
    for (int y = 0; y < counts.length; y++) {
      if (counts[y] < LEAST_EXAMPLES) {
        throw new LimbeckException(
            ("class '%s' has %d of the %d examples; a diagnosis fits on one half of each class and"
                    + " measures on the other, so give each class at least %d, or leave it out")
                .formatted(names.get(y), counts[y], heldOut.labels().length, LEAST_EXAMPLES));
      }
    }
  }
}
