package org.limbeck.teacher.foreign;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.Json;
import org.limbeck.onnx.MetadataKeys;

/** The costs that a model file says it was trained with. */
final class StoredCosts {
  private StoredCosts() {}

  /**
   * Reads them.
   *
   * @param place the model, for messages
   * @throws LimbeckException if they are not a finite number above 0 for each class
   */
  static double[] read(String place, String text, int classes) {
    try {
      double @Nullable [] costs = Json.read(text, double[].class);
      if (costs != null
          && costs.length == classes
          && Arrays.stream(costs).allMatch(c -> c > 0 && Double.isFinite(c))) {
        return costs;
      }
    } catch (JsonProcessingException e) {
      throw bad(place, text, e);
    }
    throw bad(place, text, null);
  }

  private static LimbeckException bad(String place, String text, @Nullable Exception cause) {
    return new LimbeckException(
        "%s: metadata %s is not a list of positive numbers, one for each class: %s; give the right ones with --costs"
            .formatted(place, MetadataKeys.COSTS, text),
        cause);
  }
}
