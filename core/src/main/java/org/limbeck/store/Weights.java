package org.limbeck.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.limbeck.LimbeckException;
import org.limbeck.base.SafeTensors;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.StateDict;
import org.limbeck.nn.StateEntry;

/** A network's state as {@code weights.safetensors}. */
public final class Weights {
  private Weights() {}

  public static byte[] toBytes(NetworkDescription network, StateDict state) {
    Map<String, SafeTensors.Tensor> tensors = new LinkedHashMap<>();
    for (StateEntry entry : network.entries()) {
      tensors.put(entry.name(), new SafeTensors.Tensor(entry.shape(), state.get(entry.name())));
    }
    return new SafeTensors(tensors, Map.of()).toBytes();
  }

  /**
   * Reads a state and checks that it fits.
   *
   * @throws LimbeckException if the file is damaged or of another network
   */
  public static StateDict read(Path file, NetworkDescription network) {
    try {
      Map<String, float[]> values = new LinkedHashMap<>();
      SafeTensors.read(file).tensors().forEach((name, t) -> values.put(name, t.values()));
      var state = new StateDict(values);
      state.requireEntries(network.entries());
      return state;
    } catch (IOException | SafeTensors.CorruptFileException e) {
      throw new LimbeckException(file + ": not readable weights: " + e.getMessage(), e);
    }
  }
}
