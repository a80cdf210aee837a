package org.limbeck.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.LimbeckException;
import org.limbeck.base.NamedRandom;

/**
 * The state of a network by name: plain float32 arrays that any thread may read.
 *
 * <p>The arrays are shared, not copied: treat them as read-only.
 */
public final class StateDict {
  private final Map<String, float[]> values;

  /** A state from its entries, in order. */
  public StateDict(Map<String, float[]> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * The initial state: weights normal with variance 2 / fan-in, drawn entry by entry; the rest
   * constant (He et al., <i>Delving deep into rectifiers</i>, ICCV 2015).
   */
  public static StateDict initial(List<StateEntry> entries, NamedRandom random) {
    Map<String, float[]> state = new LinkedHashMap<>();
    for (StateEntry entry : entries) {
      state.put(entry.name(), initial(entry, random));
    }
    return new StateDict(state);
  }

  private static float[] initial(StateEntry entry, NamedRandom random) {
    int size = Math.toIntExact(entry.size());
    if (entry.fanIn() == 0) {
      var values = new float[size];
      Arrays.fill(values, entry.initial());
      return values;
    }
    float[] values = random.gaussians(size);
    float deviation = (float) Math.sqrt(2.0 / entry.fanIn());
    for (int i = 0; i < values.length; i++) {
      values[i] *= deviation;
    }
    return values;
  }

  /** The entries by name, in order. */
  public Map<String, float[]> values() {
    return values;
  }

  /** The values of one entry. */
  public float[] get(String name) {
    float[] found = values.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no '" + name + "' in the state " + values.keySet());
    }
    return found;
  }

  /**
   * Checks names and sizes; LibTorch itself would accept a wrong shape silently.
   *
   * @throws LimbeckException listing every difference
   */
  public void requireEntries(List<StateEntry> expected) {
    List<String> problems = differences(expected);
    if (!problems.isEmpty()) {
      throw new LimbeckException(
          "the weights do not fit the network: " + String.join("; ", problems));
    }
  }

  /** Whether no value is NaN or infinite. */
  public boolean finite() {
    for (float[] entry : values.values()) {
      for (float value : entry) {
        if (!Float.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether names and sizes are those expected. */
  public boolean fits(List<StateEntry> expected) {
    return differences(expected).isEmpty();
  }

  private List<String> differences(List<StateEntry> expected) {
    List<String> problems = new ArrayList<>();
    for (StateEntry entry : expected) {
      float[] found = values.get(entry.name());
      if (found == null) {
        problems.add("'" + entry.name() + "' is missing");
      } else if (found.length != entry.size()) {
        problems.add(
            "%s: expected %d values, found %d".formatted(entry, entry.size(), found.length));
      }
    }
    List<String> names = expected.stream().map(StateEntry::name).toList();
    values.keySet().stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> problems.add("'" + name + "' is unknown"));
    return problems;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StateDict that
        && List.copyOf(values.keySet()).equals(List.copyOf(that.values.keySet()))
        && values.entrySet().stream()
            .allMatch(entry -> Arrays.equals(entry.getValue(), that.get(entry.getKey())));
  }

  @Override
  public int hashCode() {
    return values.keySet().hashCode();
  }
}
