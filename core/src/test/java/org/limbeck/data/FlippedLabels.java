package org.limbeck.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.limbeck.data.ValidationParts.Part;

/** Data sets of which one part of validation has wrong labels. */
public final class FlippedLabels {
  private FlippedLabels() {}

  /** The data of a plan with the label of each example of a part replaced by the next one. */
  public static Dataset of(DataPlan plan, Part part) {
    SourceData source = Datasets.source(plan.source()).load(plan.options(), (done, total) -> {});
    Dataset data = Datasets.build(source, plan, 0);
    ValidationParts parts = data.parts().orElseThrow();
    Examples validation = data.validation();
    int[] labels = validation.labels().clone();
    for (int row : parts.rows(part)) {
      labels[row] = (labels[row] + 1) % data.classes();
    }
    Map<Split, Examples> splits = new EnumMap<>(Split.class);
    splits.put(Split.TRAIN, data.train());
    splits.put(Split.TEST, data.test());
    splits.put(
        Split.VALIDATION,
        new Examples(validation.shape(), validation.values(), labels, validation.groups()));
    Map<Split, int[]> indices = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      indices.put(split, data.indices(split));
    }
    return new Dataset(source, splits, indices, data.protocol(), List.of(), parts);
  }
}
