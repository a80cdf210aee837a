package org.limbeck.teacher.foreign;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.limbeck.child.Port;
import org.limbeck.data.Examples;
import org.limbeck.data.Normalisation;
import org.limbeck.data.Values;
import org.limbeck.data.Views;
import org.limbeck.data.column.Column;
import org.limbeck.data.column.Columns;

/** How the examples of a data set become the inputs of a model. */
final class ModelInputs {
  private final Function<Examples, RowInputs> plain;
  private final Optional<InputForm> form;
  private final float[] padding;

  private ModelInputs(
      Function<Examples, RowInputs> plain, Optional<InputForm> form, float[] padding) {
    this.plain = plain;
    this.form = form;
    this.padding = padding;
  }

  /**
   * The inputs of a model that gets each example as one array.
   *
   * @param normalisation whose mean is the colour around images
   */
  static ModelInputs arrays(OpenModel model, int[] shape, Normalisation normalisation) {
    InputForm form = model.input(model.given(), shape);
    float[] padding = normalisation.mean();
    return new ModelInputs(
        examples -> new ExampleInputs(form, examples, Views.NONE, padding),
        Optional.of(form),
        padding);
  }

  /**
   * The inputs of a model that gets each column of a table as an input.
   *
   * @param raw the values of examples before they are encoded
   */
  static ModelInputs columns(OpenModel model, Columns columns, Function<Examples, Values> raw) {
    List<Port> ports = model.description().inputs();
    return new ModelInputs(
        examples -> new ColumnInputs(model.place(), ports, columns, raw.apply(examples)),
        Optional.empty(),
        new float[0]);
  }

  /** Whether a model gets the columns of a table, and not one array of numbers. */
  static boolean areColumns(List<Port> ports, Columns columns) {
    List<String> names = columns.columns().stream().map(Column::name).toList();
    return ports.size() > 1
        || ports.stream().anyMatch(port -> port.kind() == Port.Kind.TEXT)
        || names.contains(ports.get(0).name());
  }

  /** The examples as they are. */
  RowInputs of(Examples examples) {
    return plain.apply(examples);
  }

  /** Views of images. */
  RowInputs of(Examples examples, Views views) {
    return new ExampleInputs(form.orElseThrow(), examples, views, padding);
  }
}
