package org.limbeck.nn.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limbeck.base.NamedRandom;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.nn.LayerNetwork;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.Precision;
import org.limbeck.workflow.ToyTable;

/** Features that are encoded batch by batch give the scores of those that are kept. */
class StreamedInputsTest {
  private static final Dataset DATA =
      Datasets.build(new ToyTable().load(Map.of("missing", "flag")), DataPlan.of("csv", null), 0);

  @Test
  void logits_streamed_areThoseOfKeptFeatures() {
    NetworkDescription description =
        NetworkDescription.of(
            NetworkSpec.parse("mlp 8"), DATA.shape(), DATA.classes(), DATA.normalisation());
    int[] some = {5, 3, 100};
    try (var network =
            LayerNetwork.initialised(description, Precision.FP32, new NamedRandom(1, "weights"));
        var kept = new Inputs(DATA.train(), DATA.normalisation(), false);
        var streamed = new Inputs(DATA.train(), DATA.normalisation(), true)) {
      assertThat(streamed.logits(network)).containsExactly(kept.logits(network));
      assertThat(streamed.logProbabilities(network, some))
          .containsExactly(kept.logProbabilities(network, some));
      assertThatThrownBy(streamed::tensor).isInstanceOf(IllegalStateException.class);
    }
    assertThat(Inputs.streams(DATA.train())).isFalse();
  }
}
