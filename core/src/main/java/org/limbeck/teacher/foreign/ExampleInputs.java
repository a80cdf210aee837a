package org.limbeck.teacher.foreign;

import java.util.List;
import java.util.OptionalInt;
import org.limbeck.child.NamedArray;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Examples;
import org.limbeck.data.Views;

/** Examples as one array. */
final class ExampleInputs implements RowInputs {
  private final InputForm form;
  private final Examples examples;
  private final RowWriter writer;

  /** Writes one example. */
  private interface RowWriter {
    void write(int example, int view, float[] target, int offset);
  }

  /**
   * Inputs.
   *
   * @param padding raw values by channel outside an image, {@code [channels]}
   */
  ExampleInputs(InputForm form, Examples examples, Views views, float[] padding) {
    this.form = form;
    this.examples = examples;
    writer =
        examples.values() instanceof ByteValues images
            ? new PixelWriter(form, images, examples.shape(), views, padding)::write
            : (example, view, target, offset) -> writeRow(example, target, offset);
  }

  private void writeRow(int example, float[] target, int offset) {
    int[] shape = examples.shape();
    int size = examples.exampleSize();
    int perChannel = size / shape[0];
    var row = new float[size];
    examples.values().read(example, row, 0);
    for (int i = 0; i < size; i++) {
      int channel = i / perChannel;
      int place = form.channelsLast() ? i % perChannel * shape[0] + channel : i;
      target[offset + place] = form.transform().apply(row[i], channel);
    }
  }

  @Override
  public OptionalInt fixedBatch() {
    return form.fixedBatch();
  }

  @Override
  public int exampleSize() {
    return examples.exampleSize();
  }

  @Override
  public List<NamedArray> of(int[] chosen, int[] views) {
    int size = examples.exampleSize();
    var values = new float[Math.multiplyExact(chosen.length, size)];
    for (int i = 0; i < chosen.length; i++) {
      writer.write(chosen[i], views[i], values, i * size);
    }
    return List.of(new NamedArray.Floats(form.name(), form.shape(chosen.length), values));
  }
}
