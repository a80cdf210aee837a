package org.limbeck.train.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Examples;
import org.limbeck.data.Normalisation;
import org.limbeck.data.Views;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Schedule;
import org.limbeck.nn.Tensors;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Standard;
import org.limbeck.train.Images;
import org.limbeck.train.Targets;
import org.limbeck.train.TrainOptions;
import org.limbeck.train.TrainingTask;

/** Batches assembled on another thread against the obvious way to make them. */
class ImageBatchesTest {
  private static final Views VIEWS = new Views(2, Views.Flip.RANDOM, 0);

  private static int[] order(TrainingTask task, int epoch) {
    return task.random("order/" + epoch).permutation(task.train().size());
  }

  @ParameterizedTest
  @CsvSource({"50, 16, FP32", "50, 16, BF16", "33, 16, BF16", "17, 17, FP32", "300, 8, FP32"})
  void next_everyStepOfTwoEpochs_equalsTheNaiveBatch(int size, int batch, Precision precision) {
    Examples train = Images.of(size, 4);
    TrainingTask task = task(train, batch, precision);
    try (var batches = new ImageBatches(task, (ByteValues) train.values())) {
      for (int epoch = 1; epoch <= 2; epoch++) {
        // The second epoch begins in the middle, after the first was left in the middle.
        int first = epoch == 1 ? 0 : batches.stepsPerEpoch() / 2;
        int end = epoch == 1 ? (batches.stepsPerEpoch() + 1) / 2 : batches.stepsPerEpoch();
        batches.startEpoch(epoch, first);
        int seen = 0;
        for (int step = first; step < end; step++) {
          batches.next();
          seen += check(batches, task, epoch, step, precision);
        }
        if (epoch == 2) {
          assertThat(batches.start(first) + seen).isEqualTo(size);
        }
      }
    }
  }

  /** Weights that name the example and the view that they are for, once they are prepared. */
  private static final class Named implements Targets {
    private final List<Integer> blocks = new ArrayList<>();
    private final Set<List<Integer>> prepared = ConcurrentHashMap.newKeySet();
    private final Thread owner = Thread.currentThread();

    @Override
    public LabelWeights base() {
      return LabelWeights.oneHot(Images.of(300, 4).labels(), Images.CLASSES);
    }

    @Override
    public void prepare(int[] examples, int[] views) {
      assertThat(Thread.currentThread()).isSameAs(owner);
      blocks.add(examples.length);
      for (int i = 0; i < examples.length; i++) {
        assertThat(prepared.add(List.of(examples[i], views[i]))).isTrue();
      }
    }

    @Override
    public void read(int example, int view, float[] into, int offset) {
      assertThat(prepared.contains(List.of(example, view))).isTrue();
      into[offset] = example;
      into[offset + 1] = view;
      into[offset + 2] = 1;
    }
  }

  @Test
  void next_targetsOfViews_arePreparedOnceInBlocksAndGoWithTheirExamples() {
    Examples train = Images.of(300, 4);
    var targets = new Named();
    TrainingTask task = task(train, 8, Precision.FP32, targets);
    try (var batches = new ImageBatches(task, (ByteValues) train.values())) {
      int[] order = order(task, 1);
      batches.startEpoch(1, 3);
      for (int step = 3; step < batches.stepsPerEpoch(); step++) {
        batches.next();
        try (var scope = new PointerScope()) {
          float[] weights = Tensors.toFloats(batches.labelWeights());
          assertThat(weights).hasSize(batches.count(step) * Images.CLASSES);
          for (int i = 0; i < batches.count(step); i++) {
            int example = order[step * 8 + i];
            assertThat(weights[3 * i]).isEqualTo(example);
            assertThat(weights[3 * i + 1])
                .isEqualTo(VIEWS.draw(Views.key(task.seed()), 1, example));
          }
        }
      }
      // 38 steps, the first three left out; the last has four examples.
      assertThat(targets.blocks).containsExactly(16 * 8, 16 * 8, 3 * 8 - 4);
      assertThatThrownBy(batches::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no epoch has begun, or it has ended");
    }
  }

  @Test
  void next_targetsThatFail_throwTheirOwnError() {
    Examples train = Images.of(40, 4);
    LabelWeights labels = LabelWeights.oneHot(train.labels(), Images.CLASSES);
    Targets broken =
        new Targets() {
          @Override
          public LabelWeights base() {
            return labels;
          }

          @Override
          public void read(int example, int view, float[] into, int offset) {
            throw new IllegalStateException("no scores");
          }
        };
    TrainingTask task = task(train, 8, Precision.FP32, broken);
    try (var batches = new ImageBatches(task, (ByteValues) train.values())) {
      batches.startEpoch(1, 0);
      assertThatThrownBy(batches::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no scores");
    }
  }

  /** A teacher that takes long over each example, and ignores interrupts. */
  private static final class Slow implements Targets {
    private final LabelWeights labels;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final AtomicBoolean written = new AtomicBoolean();

    Slow(LabelWeights labels) {
      this.labels = labels;
    }

    @Override
    public LabelWeights base() {
      return labels;
    }

    @Override
    public void read(int example, int view, float[] into, int offset) {
      begun.countDown();
      boolean waited = false;
      while (!waited) {
        try {
          go.await();
          waited = true;
        } catch (InterruptedException e) {
          // Ignored on purpose: a teacher that scores cannot be interrupted either.
        }
      }
      written.set(true);
    }
  }

  @Test
  @Timeout(60)
  void close_byAnInterruptedThread_waitsForTheBatchThatIsWritten() throws InterruptedException {
    Examples train = Images.of(40, 4);
    var slow = new Slow(LabelWeights.oneHot(train.labels(), Images.CLASSES));
    TrainingTask task = task(train, 8, Precision.FP32, slow);
    var batches = new ImageBatches(task, (ByteValues) train.values());
    var seen = new AtomicReference<List<Boolean>>();
    var owner =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              batches.close();
              seen.set(List.of(slow.written.get(), Thread.currentThread().isInterrupted()));
            });
    batches.startEpoch(1, 0);
    slow.begun.await();
    owner.start();
    // Long enough for a close that does not wait to free the buffers.
    owner.join(200);
    assertThat(owner.isAlive()).isTrue();
    slow.go.countDown();
    owner.join();
    assertThat(seen.get()).containsExactly(true, true);
  }

  private static int check(
      Batches batches, TrainingTask task, int epoch, int step, Precision precision) {
    int[] order = order(task, epoch);
    List<Float> values = new ArrayList<>();
    List<Float> weights = new ArrayList<>();
    int count = batches.count(step);
    for (int i = batches.start(step); i < batches.start(step) + count; i++) {
      int view = VIEWS.draw(Views.key(task.seed()), epoch, order[i]);
      addNaively(values, task, order[i], view, precision);
      for (int y = 0; y < Images.CLASSES; y++) {
        weights.add(task.train().labels()[order[i]] == y ? 1f : 0f);
      }
    }
    try (var scope = new PointerScope()) {
      assertThat(batches.inputs().size(0)).isEqualTo(count);
      assertThat(Tensors.toFloats(batches.inputs().to(ScalarType.Float)))
          .containsExactly(toArray(values));
      assertThat(Tensors.toFloats(batches.labelWeights())).containsExactly(toArray(weights));
    }
    return count;
  }

  /** Channel by channel, row by row: pad, crop, flip, normalise, round. */
  private static void addNaively(
      List<Float> into, TrainingTask task, int example, int view, Precision precision) {
    float[] image = task.train().rows(example, 1);
    int[] shape = task.train().shape();
    Normalisation normalisation = task.network().normalisation();
    int crop = VIEWS.crop();
    for (int c = 0; c < shape[0]; c++) {
      var padded = new float[shape[1] + 2 * crop][shape[2] + 2 * crop];
      for (int row = 0; row < shape[1]; row++) {
        for (int column = 0; column < shape[2]; column++) {
          float value = image[(c * shape[1] + row) * shape[2] + column];
          padded[row + crop][column + crop] =
              (value - normalisation.mean()[c]) * (1 / normalisation.deviation()[c]);
        }
      }
      int top = VIEWS.down(view) + crop;
      int left = VIEWS.right(view) + crop;
      for (int row = 0; row < shape[1]; row++) {
        for (int column = 0; column < shape[2]; column++) {
          int from = VIEWS.flipped(view) ? shape[2] - 1 - column : column;
          float value = padded[top + row][left + from];
          into.add(precision == Precision.BF16 ? nearestBfloat16(value) : value);
        }
      }
    }
  }

  /** Of the two floats with 16 bits that enclose the value the nearer, of two as near the even. */
  private static float nearestBfloat16(float value) {
    int low = Float.floatToIntBits(value) & 0xffff0000;
    float below = Float.intBitsToFloat(low);
    float above = Float.intBitsToFloat(low + 0x10000);
    double toBelow = Math.abs((double) value - below);
    double toAbove = Math.abs((double) above - value);
    boolean even = (low & 0x10000) == 0;
    return toBelow < toAbove || (toBelow == toAbove && even) ? below : above;
  }

  private static float[] toArray(List<Float> values) {
    var array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return array;
  }

  private static TrainingTask task(Examples train, int batch, Precision precision) {
    return task(
        train, batch, precision, Targets.of(LabelWeights.oneHot(train.labels(), Images.CLASSES)));
  }

  private static TrainingTask task(
      Examples train, int batch, Precision precision, Targets targets) {
    NetworkDescription network = Images.network("resnet8 x0.25", train);
    LabelWeights labels = LabelWeights.oneHot(train.labels(), Images.CLASSES);
    var options =
        TrainOptions.builder(
                2,
                batch,
                new OptimiserOptions(OptimiserOptions.Kind.SGD, 0.1, 0.9, 0),
                new Schedule(Schedule.Kind.COSINE, 0, List.of(), 0.1))
            .views(VIEWS)
            .precision(precision)
            .build();
    return new TrainingTask(
        network,
        List.of("a", "b", "c"),
        train,
        targets,
        train,
        labels,
        new Standard(),
        options,
        7,
        "test",
        null);
  }
}
