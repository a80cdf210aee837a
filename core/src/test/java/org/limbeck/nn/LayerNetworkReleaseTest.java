package org.limbeck.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.LimbeckException;
import org.limbeck.base.NamedRandom;
import org.limbeck.data.Normalisation;

/** A network that cannot be made, or filled, leaves no native memory behind. */
class LayerNetworkReleaseTest {
  private static final Normalisation NONE = new Normalisation(new float[4], new float[4]);

  /** Fails at its last bias, when the values, the gradients and the first parameters are there. */
  private static final NetworkDescription TOO_SHORT =
      network(new Layer.Linear("output", 4, 2), new Layer.BatchNorm("norm", -1));

  /** Its layers share a name, so that no state fits. */
  private static final NetworkDescription ONE_NAME =
      network(new Layer.Linear("same", 4, 3), new Layer.Linear("same", 3, 2));

  private static NetworkDescription network(Layer... layers) {
    return new NetworkDescription(new int[] {4}, 2, NONE, List.of(layers));
  }

  /** Loads everything that LibTorch keeps for good. */
  @BeforeAll
  static void load() {
    Natives.load();
    whole().close();
  }

  private static LayerNetwork whole() {
    return LayerNetwork.initialised(
        network(new Layer.Linear("output", 4, 2)), Precision.FP32, new NamedRandom(0, "weights"));
  }

  private static void assertReleased(ThrowingCallable call) {
    long before = Pointer.totalCount();
    assertThatThrownBy(call).isInstanceOf(RuntimeException.class);
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(names = {"FP32", "BF16"})
  void new_parametersThatDoNotFit_releasesThoseThatAreThere(Precision precision) {
    assertReleased(() -> new LayerNetwork(TOO_SHORT, precision));
  }

  @Test
  void initialised_stateThatDoesNotFit_releasesTheNetwork() {
    var random = new NamedRandom(0, "weights");
    assertReleased(() -> LayerNetwork.initialised(ONE_NAME, Precision.FP32, random));
  }

  @Test
  void close_layersOfOneName_releasesBoth() {
    long before = Pointer.totalCount();
    new LayerNetwork(ONE_NAME).close();
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }

  @Test
  void load_stateThatDoesNotFit_leavesTheOwnerToCloseIt() {
    long before = Pointer.totalCount();
    try (LayerNetwork network = whole()) {
      StateDict state = network.state();
      assertThatThrownBy(() -> network.load(new StateDict(Map.of())))
          .isInstanceOf(LimbeckException.class);
      assertThat(network.state()).isEqualTo(state);
    }
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void close_optimiser_releasesItsBuffers(OptimiserOptions.Kind kind) {
    try (LayerNetwork network = whole()) {
      long before = Pointer.totalCount();
      var options = new OptimiserOptions(kind, 0.1, 0.9, 0);
      try (Optimiser optimiser = Optimiser.of(network.parameters(), options)) {
        assertThat(Pointer.totalCount()).isGreaterThan(before);
        assertThat(optimiser.state().values()).isNotEmpty();
      }
      assertThat(Pointer.totalCount()).isEqualTo(before);
    }
  }
}
