package org.limbeck.diagnosis;

import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.calibration.CrossFit;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.metric.Calibration;
import org.limbeck.metric.CalibrationTally;
import org.limbeck.metric.ReliabilityDiagram;

/**
 * A teacher's scores in one mode: each half of the examples scored by the calibration fitted on the
 * other, carried to the class frequencies of the split, and measured together.
 *
 * @param mode how the scores were made from logits
 * @param temperatures of the two fits; empty but for temperature scaling
 * @param measured gaps, class-wise ECE, ECE, NLL, Brier
 * @param chance the gaps that a perfectly calibrated teacher would show
 * @param classes in label order
 * @param reliability top-label confidence against accuracy
 * @param worstClassReliability p_y against how often y is the label, for the class with the largest
 *     gap
 */
public record ModeDiagnosis(
    ScoreMode mode,
    List<Double> temperatures,
    Calibration measured,
    ChanceGap chance,
    List<ClassDiagnosis> classes,
    ReliabilityDiagram reliability,
    ReliabilityDiagram worstClassReliability)
    implements MeasuredMode {
  public ModeDiagnosis {
    temperatures = List.copyOf(temperatures);
    classes = List.copyOf(classes);
  }

  @Override
  public boolean crossFitted() {
    return true;
  }

  static ModeDiagnosis of(CrossFit fit, ModeScan scan, List<String> names) {
    ScoreMode mode = fit.fitted().get(0).mode();
    CalibrationTally total = scan.total();
    Calibration measured = total.calibration();
    var chance = ChanceGap.of(scan.chance(total));
    List<ClassDiagnosis> classes =
        IntStream.range(0, names.size())
            .mapToObj(y -> ClassDiagnosis.of(y, names.get(y), total, measured, chance))
            .toList();
    return new ModeDiagnosis(
        mode,
        mode == ScoreMode.TEMPERATURE ? temperatures(fit) : List.of(),
        measured,
        chance,
        classes,
        total.reliability(),
        total.reliability(worst(measured)));
  }

  private static List<Double> temperatures(CrossFit fit) {
    return fit.fitted().stream().map(calibration -> 1 / calibration.scale().get(0)).toList();
  }

  private static int worst(Calibration measured) {
    return Math.max(0, measured.classCalibrationGap().indexOf(measured.worstClassCalibrationGap()));
  }

  /** The same scores under the name of another mode. */
  ModeDiagnosis as(ScoreMode other) {
    return new ModeDiagnosis(
        other, temperatures, measured, chance, classes, reliability, worstClassReliability);
  }

  /** The class with the largest gap, the lowest label of several. */
  public ClassDiagnosis worstClass() {
    return classes.get(worst(measured));
  }

  /** The class whose gap exceeds its gap by chance most, the lowest label of several. */
  public ClassDiagnosis mostExceeding() {
    return classes.stream().reduce((a, b) -> b.excess() > a.excess() ? b : a).orElseThrow();
  }

  /** The largest gap; 0 where no class has one, which takes scores of 0 throughout. */
  public double worstGap() {
    Double gap = measured.worstClassCalibrationGap();
    return gap == null ? 0 : gap;
  }
}
