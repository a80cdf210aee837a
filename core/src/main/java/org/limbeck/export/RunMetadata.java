package org.limbeck.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.base.Json;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.onnx.InputMetadata;
import org.limbeck.onnx.MetadataKeys;
import org.limbeck.store.DataSummary;
import org.limbeck.store.RunRecord;

/**
 * The metadata of a model file, which explain it where its study is not at hand.
 *
 * <p>Numbers have full precision; accuracies and bounds are shares in [0, 1] on the test split.
 */
final class RunMetadata {
  private RunMetadata() {}

  /** The metadata of a run's model. */
  static Map<String, String> of(RunRecord run, String licence) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(MetadataKeys.CLASS_NAMES, Json.canonical(run.data().classNames()));
    metadata.put("run", run.id());
    metadata.put("recipe", Json.canonical(run.spec()));
    metadata.put("seed", Long.toString(run.spec().seed()));
    metadata.put("limbeck_version", run.provenance().limbeck());
    metadata.put("data", run.data().name());
    metadata.put(MetadataKeys.FINGERPRINT, run.data().fingerprint());
    metadata.put("data_licence", licence);
    metadata.put(MetadataKeys.COSTS, Json.canonical(run.delivered().costs()));
    DataSummary.Features features = run.data().features();
    if (features != null) {
      metadata.put(MetadataKeys.INPUTS, Json.canonical(InputMetadata.of(features.encoding())));
    }
    addResults(metadata, run.data().classNames(), run.test().metrics());
    return metadata;
  }

  private static void addResults(
      Map<String, String> metadata, List<String> names, ClassMetrics test) {
    metadata.put("test_accuracy", Double.toString(test.accuracy()));
    metadata.put("test_balanced_accuracy", Double.toString(test.balancedAccuracy()));
    metadata.put("test_worst_class", names.get(test.worstClass()));
    metadata.put("test_worst_class_accuracy", Double.toString(test.worstClassAccuracy()));
    metadata.put("test_worst_class_lower_bound", Double.toString(test.worstClassLowerBound()));
    metadata.put("test_worst_class_upper_bound", Double.toString(test.worstClassUpperBound()));
    metadata.put("confidence", Double.toString(test.confidence()));
  }
}
