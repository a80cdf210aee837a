package org.limbeck.child;

import java.util.List;
import java.util.Map;

/**
 * What a model says of itself.
 *
 * @param runtime name and version of what runs it
 * @param metadata texts by key, as stored in its file
 * @param classes names or numbers of its classes in the order of its scores, where its graph or its
 *     scores hold them; empty where they are unknown
 */
public record ModelDescription(
    String runtime,
    List<Port> inputs,
    List<Port> outputs,
    Map<String, String> metadata,
    List<String> classes) {
  public ModelDescription {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    metadata = Map.copyOf(metadata);
    classes = List.copyOf(classes);
  }
}
