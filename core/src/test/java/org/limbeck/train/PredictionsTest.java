package org.limbeck.train;

import org.junit.jupiter.api.Test;
import org.limbeck.Golden;
import org.limbeck.data.Split;

class PredictionsTest {
  @Test
  void toCsv_threeExamples_isAsInEarlierVersions() {
    var predictions =
        new Predictions(
            Split.TEST,
            2,
            new int[] {1, 0, 1},
            new int[0],
            new float[] {0.25f, 0.75f, 1, 0, 1e-7f, 0.1f});
    Golden.check("predictions.csv", predictions.toCsv());
  }
}
