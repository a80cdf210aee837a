package org.limbeck.teacher.foreign;

import java.util.Optional;
import org.limbeck.data.Examples;
import org.limbeck.data.Normalisation;
import org.limbeck.data.Views;
import org.limbeck.data.column.Columns;

/** How the examples of a data set become the inputs of a model. */
final class ModelInputs {
  private final OpenModel model;
  private final Optional<Columns> columns;
  private final Optional<InputForm> form;
  private final float[] padding;

  /**
   * Finds the inputs.
   *
   * @param padding whose mean is the colour around images
   */
  ModelInputs(OpenModel model, ModelInput given, int[] shape, Normalisation padding) {
    this.model = model;
    columns = Optional.empty();
    form = Optional.of(model.input(given, shape));
    this.padding = padding.mean();
  }

  RowInputs of(Examples examples, Views views) {
    return form.<RowInputs>map(found -> new ExampleInputs(found, examples, views, padding))
        .orElseGet(
            () ->
                new ColumnInputs(
                    model.place(),
                    model.description().inputs(),
                    columns.orElseThrow(),
                    examples.values()));
  }
}
