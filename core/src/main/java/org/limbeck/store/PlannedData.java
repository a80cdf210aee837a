package org.limbeck.store;

import org.limbeck.data.Dataset;
import org.limbeck.data.ValidationParts;
import org.limbeck.plan.StudyPlan;

/**
 * What the planned runs of a study take from the splits of a seed.
 *
 * @param fingerprint of the splits
 * @param swaps whether the two parts of validation swap roles in a second training of the runs that
 *     validation drives
 */
public record PlannedData(String fingerprint, boolean swaps) {
  /** A class with fewer judging examples is judged by both parts. */
  public static final int FEW = 10;

  /** The splits of a seed of a study. */
  public static PlannedData of(Dataset data, StudyPlan plan) {
    return new PlannedData(
        data.fingerprint(),
        data.parts().map(ValidationParts::fewestJudging).filter(PlannedData::few).isPresent()
            && judges(plan));
  }

  /** The same as a finished run knows them. */
  static PlannedData of(DataSummary data, StudyPlan plan) {
    Integer fewest = data.fewestJudging();
    return new PlannedData(data.fingerprint(), fewest != null && few(fewest) && judges(plan));
  }

  private static boolean few(int examples) {
    return examples < FEW;
  }

  private static boolean judges(StudyPlan plan) {
    Double judge = plan.data().judge();
    return judge != null && judge > 0;
  }
}
