package org.limbeck.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.column.Encoding;
import org.limbeck.data.column.FittedColumn;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.StateDict;
import org.limbeck.onnx.OnnxExport;
import org.limbeck.workflow.ToyTable;

/** The check of an export sees a mistake in the preprocessing of the graph. */
class EncodedParityTest {
  private static final Dataset DATA =
      Datasets.build(
          new ToyTable().load(Map.of("missing", "flag", "limit", "3")),
          DataPlan.of("csv", null),
          0);

  private static Parity check(Encoding encoding) {
    NetworkDescription network =
        NetworkDescription.of(
            NetworkSpec.parse("mlp 8"), DATA.shape(), DATA.classes(), DATA.normalisation());
    StateDict state = Students.randomState(network, 1);
    byte[] model = OnnxExport.toBytes(network, state, Map.of(), Optional.of(encoding));
    return OnnxParity.check(model, network, state, DATA);
  }

  private static Encoding encoding() {
    return DATA.encoding().orElseThrow();
  }

  @Test
  void check_sameEncoding_comparesValidationAndTest() {
    Parity parity = check(encoding());
    assertThat(parity.examples()).isEqualTo(DATA.validation().size() + 120);
    assertThat(parity.logits()).isLessThan(5e-5);
  }

  private static FittedColumn changed(FittedColumn column, List<Float> means, List<String> texts) {
    return new FittedColumn(
        column.kind(), column.name(), means, texts, column.other(), column.flagged());
  }

  static Stream<List<FittedColumn>> mistakes() {
    List<FittedColumn> columns = encoding().columns();
    FittedColumn age = columns.get(0);
    FittedColumn city = columns.get(3);
    List<String> swapped = List.of(city.texts().get(1), city.texts().get(0), city.texts().get(2));
    return Stream.of(
        with(0, changed(age, List.of(age.means().get(0) + 1), List.of())),
        with(3, changed(city, List.of(), swapped)));
  }

  private static List<FittedColumn> with(int place, FittedColumn column) {
    var columns = new ArrayList<>(encoding().columns());
    columns.set(place, column);
    return columns;
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void check_anotherMeanOrOrderOfTexts_throws(List<FittedColumn> columns) {
    assertThatThrownBy(() -> check(new Encoding(columns, encoding().missing())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("validation and test examples, given as raw rows");
  }
}
