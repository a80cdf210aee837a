package org.limbeck.train.engine;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.Closer;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.nn.Tensors;
import org.limbeck.nn.loss.ClassLoss;
import org.limbeck.nn.loss.MarginLoss;
import org.limbeck.nn.loss.StepLoss;
import org.limbeck.objective.Objective;
import org.limbeck.objective.Strata;
import org.limbeck.train.LossOptions;
import org.limbeck.train.TrainingTask;

/** The costs and margins of a training as tensors, and the loss that they make. */
final class CostTensors implements AutoCloseable {
  private final Closer closer = new Closer();
  private final LossOptions options;
  private final Strata strata;
  private final boolean margin;
  private final boolean weighted;
  private final boolean byGroup;
  private final int rows;
  private final int classes;
  private final Tensor values;
  private final Tensor zeros;
  private final @Nullable Tensor margins;
  private double[] written = new double[0];

  CostTensors(TrainingTask task) {
    options = task.loss();
    strata = task.strata();
    margin = task.objective().form() == Objective.Form.MARGIN;
    weighted = task.weighted();
    byGroup = strata.by() != Strata.By.CLASS;
    rows = byGroup ? strata.groupNames().size() : 1;
    classes = task.network().classes();
    try (var scope = new PointerScope()) {
      values = kept(torch.zeros(rows, classes));
      zeros = kept(torch.zeros(1, classes));
      margins = options.margins().isEmpty() ? null : kept(tensor(options));
    } catch (RuntimeException | Error e) {
      closer.closeAfter(e);
      throw e;
    }
  }

  private Tensor kept(Tensor tensor) {
    return closer.add(Tensors.keep(ComputeDevice.here(tensor)), Tensors::release);
  }

  private static Tensor tensor(LossOptions options) {
    var floats = new float[options.margins().size()];
    for (int y = 0; y < floats.length; y++) {
      floats[y] = options.margins().get(y).floatValue();
    }
    return Tensors.of(floats, floats.length);
  }

  /**
   * The loss of a batch, in the caller's scope.
   *
   * @param costs c of each stratum
   * @param groups of the batch's examples; empty where there are none
   */
  StepLoss loss(double[] costs, int[] groups) {
    write(costs);
    Tensor chosen =
        byGroup ? values.index_select(0, ComputeDevice.here(Tensors.of(groups))) : values;
    if (margin && options.plain() && !weighted) { // MarginLoss is for rows that sum to 1
      return MarginLoss.under(chosen);
    }
    return new ClassLoss(
        margin ? chosen : zeros,
        margin ? null : chosen,
        margins,
        options.softShare(),
        options.temperature());
  }

  /**
   * Writes log c, or c where it re-weights, by group and class; most steps have the costs before.
   */
  private void write(double[] costs) {
    if (Arrays.equals(costs, written)) {
      return;
    }
    var floats = new float[rows * classes];
    for (int i = 0; i < floats.length; i++) {
      double cost = costs[strata.of(i % classes, i / classes)];
      floats[i] = (float) (margin ? Math.log(cost) : cost);
    }
    try (var scope = new PointerScope()) {
      Tensors.copy(floats, values);
    }
    written = costs.clone();
  }

  @Override
  public void close() {
    closer.close();
  }
}
