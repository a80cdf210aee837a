package org.limbeck.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.LimbeckException;
import org.limbeck.data.Examples;
import org.limbeck.data.column.Columns;
import org.limbeck.data.column.Encoder;
import org.limbeck.data.column.MissingValues;
import org.limbeck.data.column.RandomTable;

/** The graph gives the very features that the encoder gives, whatever the columns and rows. */
class PreprocessingPropertyTest {
  @Property(tries = 200)
  void graph_anyRows_givesTheFeaturesOfTheEncoder(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int count,
      @ForAll MissingValues policy,
      @ForAll @IntRange(min = 1, max = 12) int maxCategories) {
    var table = new RandomTable(seed);
    Columns columns = table.columns(count, policy, maxCategories);
    Optional<Encoder> fitted = fitted(columns, table.rows(columns, 12, 0.15));
    Assume.that(fitted.isPresent());
    double missing = policy == MissingValues.REFUSE ? 0 : 0.3;
    Examples rows = table.rows(columns, 9, missing);
    Encoder encoder = fitted.get();
    assertThat(ofGraph(encoder, columns, rows)).containsExactly(ofEncoder(encoder, rows));
  }

  /** Empty where a column has no value. */
  private static Optional<Encoder> fitted(Columns columns, Examples train) {
    try {
      return Optional.of(Encoder.fit(columns, RandomTable.raw(train)));
    } catch (LimbeckException e) {
      return Optional.empty();
    }
  }

  static float[] ofEncoder(Encoder encoder, Examples rows) {
    var features = new float[rows.size() * encoder.features()];
    for (int row = 0; row < rows.size(); row++) {
      encoder.encode(rows.rows(row, 1), features, row * encoder.features());
    }
    return features;
  }

  static float[] ofGraph(Encoder encoder, Columns columns, Examples rows) {
    var graph = new OnnxGraph();
    Preprocessing.add(graph, encoder.encoding());
    graph.addNode("Identity", List.of());
    graph.addOutput(OnnxExport.LOGITS, encoder.features());
    graph.addNode("Identity", List.of());
    graph.addOutput(OnnxExport.PROBABILITIES, encoder.features());
    byte[] bytes =
        ModelProto.newBuilder()
            .setIrVersion(OnnxExport.IR_VERSION)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OnnxExport.OPERATOR_SET))
            .addOpsetImport(
                OperatorSetIdProto.newBuilder()
                    .setDomain(OnnxGraph.ML)
                    .setVersion(OnnxExport.ML_OPERATOR_SET))
            .setGraph(graph.build("features"))
            .build()
            .toByteArray();
    try (var model = new OnnxRuntimeModel(bytes)) {
      return model.run(RawBatch.of(columns, rows.raw(), 0, rows.size())).logits();
    }
  }
}
