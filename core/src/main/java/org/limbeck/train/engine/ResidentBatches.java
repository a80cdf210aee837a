package org.limbeck.train.engine;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Views;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Tensors;
import org.limbeck.nn.input.ResidentImages;
import org.limbeck.train.Targets;
import org.limbeck.train.TrainingTask;

/** Batches of images that live on a GPU: views are gathered there. */
final class ResidentBatches extends Batches {
  private final Views views;
  private final long viewKey;
  private final Targets targets;
  private final ResidentImages images;
  private final Precision precision;
  private final int width;
  private int[] order = new int[0];
  private int[] drawn = new int[0];
  private int step;
  private int prepared;

  ResidentBatches(TrainingTask task, ByteValues values) {
    super(task);
    precision = task.options().precision();
    views = task.options().views();
    viewKey = Views.key(task.seed());
    targets = task.targets();
    width = task.width();
    images =
        new ResidentImages(values, task.train().shape(), task.network().normalisation(), views);
  }

  @Override
  void startEpoch(int epoch, int firstStep) {
    order = order(epoch);
    drawn = new int[order.length];
    Arrays.setAll(drawn, i -> views.draw(viewKey, epoch, order[i]));
    step = firstStep - 1;
    prepared = firstStep;
  }

  @Override
  void next() {
    step++;
    if (step >= prepared) {
      int end = Math.min(stepsPerEpoch(), step + ImageBatches.PREPARED);
      int to = start(end - 1) + count(end - 1);
      targets.prepare(
          Arrays.copyOfRange(order, start(step), to), Arrays.copyOfRange(drawn, start(step), to));
      prepared = end;
    }
  }

  private int[] part(int[] all) {
    return Arrays.copyOfRange(all, start(step), start(step) + count(step));
  }

  @Override
  Tensor inputs() {
    return images.batch(part(order), part(drawn), precision);
  }

  @Override
  int[] groups() {
    return groups(order, step);
  }

  @Override
  Tensor labelWeights() {
    int[] examples = part(order);
    int[] seen = part(drawn);
    var rows = new float[examples.length * width];
    for (int i = 0; i < examples.length; i++) {
      targets.read(examples[i], seen[i], rows, i * width);
    }
    return ComputeDevice.here(Tensors.of(rows, examples.length, width));
  }

  @Override
  public void close() {
    images.close();
  }
}
