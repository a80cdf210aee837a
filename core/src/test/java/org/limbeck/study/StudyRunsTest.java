package org.limbeck.study;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.LimbeckException;
import org.limbeck.data.ByteStore;
import org.limbeck.data.ByteValues;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.Examples;
import org.limbeck.data.SourceData;
import org.limbeck.data.ValidationFrom;
import org.limbeck.data.Views;

class StudyRunsTest {
  private static final int EXAMPLES = 140_000;

  @Test
  void requireNumbered_moreViewsThanAnIntCounts_namesTheKey() {
    assertThatThrownBy(
            () ->
                DataRequirements.requireNumbered(
                    "student", new Views(64, Views.Flip.RANDOM, 0), many()))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("student.train.views.crop")
        .hasMessageContaining("33282 views of 78750 examples");
  }

  @Test
  void requireNumbered_usualViews_passes() {
    assertThatCode(() -> DataRequirements.requireNumbered("student", Views.USUAL, many()))
        .doesNotThrowAnyException();
  }

  private static Dataset many() {
    var store = ByteStore.of(new byte[8], 4);
    int[] rows = IntStream.range(0, EXAMPLES).map(i -> i % 2).toArray();
    var examples = new Examples(new int[] {1, 2, 2}, new ByteValues(store, rows), rows);
    var source = new SourceData("many", "", List.of("a", "b"), examples, Optional.empty());
    var plan = new DataPlan("digits", Map.of(), ValidationFrom.TRAIN, 0.25, 0.25, null, 0L);
    return Datasets.build(source, plan, 0);
  }
}
