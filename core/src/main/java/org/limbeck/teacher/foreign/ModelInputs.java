package org.limbeck.teacher.foreign;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.limbeck.child.ModelDescription;
import org.limbeck.child.Port;
import org.limbeck.data.Examples;
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
   * The inputs of a model: the raw columns of a table where it takes them, else each example as one
   * array.
   *
   * @param columns of a table, whose raw values the examples hold
   * @param shape of an example
   * @param padding the colour around images by channel, {@code [channels]}
   */
  static ModelInputs of(OpenModel model, Optional<Columns> columns, int[] shape, float[] padding) {
    return columns
        .filter(found -> asksForColumns(model.description(), found))
        .map(found -> columns(model, found, Examples::raw))
        .orElseGet(() -> arrays(model, shape, padding));
  }

  private static boolean asksForColumns(ModelDescription model, Columns columns) {
    return areColumns(model.inputs(), columns) || !ModelRows.byInput(model).isEmpty();
  }

  private static ModelInputs arrays(OpenModel model, int[] shape, float[] padding) {
    InputForm form = model.input(model.given(), shape);
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
    return new ModelInputs(
        examples ->
            new ColumnInputs(model.place(), model.description(), columns, raw.apply(examples)),
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

  /** Whether the model gets each column of a table as an input. */
  boolean takesColumns() {
    return form.isEmpty();
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
