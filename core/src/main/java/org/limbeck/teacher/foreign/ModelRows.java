package org.limbeck.teacher.foreign;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;
import org.limbeck.base.Json;
import org.limbeck.child.ModelDescription;
import org.limbeck.child.Port;
import org.limbeck.data.column.ColumnKind;
import org.limbeck.onnx.InputMetadata;
import org.limbeck.onnx.MetadataKeys;
import org.limbeck.teacher.intake.ColumnOrder;

/**
 * What an ONNX model says of the rows of a table that it takes.
 *
 * @param columns in the order in which it takes them; empty if it takes one array of numbers and
 *     does not name its columns
 * @param texts those of the columns that are texts
 * @param classes in the order of its scores; empty where they are unknown
 */
public record ModelRows(List<String> columns, List<String> texts, List<String> classes) {
  /** Nothing is known. */
  public static final ModelRows UNKNOWN = new ModelRows(List.of(), List.of(), List.of());

  public ModelRows {
    columns = List.copyOf(columns);
    texts = List.copyOf(texts);
    classes = List.copyOf(classes);
  }

  /**
   * Asks a model in its child process.
   *
   * @param file an ONNX model, or a Triton model folder
   * @throws LimbeckException if it does not load
   */
  public static ModelRows of(Path file) {
    ModelFile model = ModelFile.onnx(file, ModelInput.FOUND, ModelOutput.FOUND);
    try (var process = model.open(1)) {
      ModelDescription description = process.description();
      return of(description, ClassOrder.theirs(model, description));
    }
  }

  private static ModelRows of(ModelDescription model, List<String> classes) {
    List<InputMetadata> stored = stored(model);
    if (!stored.isEmpty()) {
      return new ModelRows(
          stored.stream().map(InputMetadata::column).toList(),
          stored.stream()
              .filter(one -> one.kind().equals(ColumnKind.CATEGORY.words()))
              .map(InputMetadata::column)
              .toList(),
          classes);
    }
    List<Port> ports = model.inputs();
    List<String> texts =
        ports.stream().filter(port -> port.kind() == Port.Kind.TEXT).map(Port::name).toList();
    boolean named = ports.size() > 1 || !texts.isEmpty();
    return new ModelRows(
        named ? ports.stream().map(Port::name).toList() : List.of(), texts, classes);
  }

  /** The columns that each input takes, by the input's name, if the model's metadata say so. */
  static Map<String, List<String>> byInput(ModelDescription model) {
    Map<String, List<String>> byInput = new LinkedHashMap<>();
    for (InputMetadata one : stored(model)) {
      byInput.computeIfAbsent(one.input(), name -> new ArrayList<>()).add(one.column());
    }
    return byInput;
  }

  private static List<InputMetadata> stored(ModelDescription model) {
    try {
      String text = model.metadata().getOrDefault(MetadataKeys.INPUTS, "[]");
      InputMetadata[] inputs = Json.read(text, InputMetadata[].class);
      return inputs == null || Stream.of(inputs).anyMatch(ModelRows::isIncomplete)
          ? List.of()
          : List.of(inputs);
    } catch (JsonProcessingException e) {
      return List.of(); // another program's entry of that name
    }
  }

  private static boolean isIncomplete(InputMetadata one) {
    return one == null
        || Stream.of(one.input(), one.column(), one.kind()).anyMatch(Objects::isNull);
  }

  /**
   * The classes of scores of some rows: those of the model, where the rows have no other.
   *
   * @param model for messages
   * @param place of the rows, for messages
   * @param labels the different labels of the rows
   * @throws LimbeckException if the model does not know some of the labels
   */
  public List<String> classesOf(String model, String place, List<String> labels) {
    List<String> unknown = labels.stream().filter(label -> !classes.contains(label)).toList();
    boolean otherNames = unknown.size() == labels.size() && labels.size() == classes.size();
    if (classes.isEmpty() || otherNames || classes.stream().distinct().count() < classes.size()) {
      return labels;
    }
    if (!unknown.isEmpty()) {
      throw new LimbeckException(
          "%s: labels that %s does not know: %s; its classes are %s: name the column with the labels it was trained on, or leave the rows of other classes out"
              .formatted(place, model, few(unknown), few(classes)));
    }
    return classes;
  }

  private static String few(List<String> names) {
    return ColumnOrder.first(names);
  }
}
