package org.limbeck.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DataPlanTest {
  @Test
  void builder_nothingSet_isTheUsualPlanOfTheSource() {
    assertThat(DataPlan.builder("digits").build()).isEqualTo(DataPlan.of("digits", null));
    assertThat(DataPlan.of("digits", null))
        .isEqualTo(new DataPlan("digits", Map.of(), ValidationFrom.TRAIN, 0.25, 0.25, null, 0L));
  }

  @Test
  void builder_everythingSet_holdsIt() {
    var tail = new LongTail(50, LongTail.Order.LABEL);
    Map<String, String> options = Map.of("train", "a.csv");
    DataPlan plan =
        DataPlan.builder("csv")
            .options(options)
            .validation(ValidationFrom.TEST, 0.5)
            .testShare(0.1)
            .longTail(tail)
            .splitSeed(null)
            .build();
    assertThat(plan)
        .isEqualTo(new DataPlan("csv", options, ValidationFrom.TEST, 0.5, 0.1, tail, null));
    assertThat(plan.toBuilder().build()).isEqualTo(plan);
    assertThatThrownBy(() -> plan.toBuilder().testShare(1).build())
        .hasMessage("testShare: expected (0, 1), found 1.0");
  }
}
