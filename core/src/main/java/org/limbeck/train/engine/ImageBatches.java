package org.limbeck.train.engine;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.Closer;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Views;
import org.limbeck.nn.input.ImageAssembler;
import org.limbeck.train.Targets;
import org.limbeck.train.TrainingTask;

/**
 * Batches of images, each a view drawn for its example and epoch, assembled on another thread while
 * the network trains on the one before.
 */
final class ImageBatches extends Batches {
  /** Steps whose targets are prepared at a time: a teacher then scores many images at once. */
  static final int PREPARED = 16;

  /** One that the network trains on, one that is written. */
  private static final int BUFFERS = 2;

  private final Closer closer = new Closer();
  private final Views views;
  private final long viewKey;
  private final Targets targets;
  private final ImageAssembler assembler;
  private final ExecutorService assembly;
  private final BlockingQueue<BatchBuffer> free = new ArrayBlockingQueue<>(BUFFERS);
  private int[] order = new int[0];
  private int[] drawn = new int[0];
  private int step;
  private int prepared;
  private @Nullable BatchBuffer current;
  private @Nullable Future<BatchBuffer> coming;

  ImageBatches(TrainingTask task, ByteValues images) {
    super(task);
    views = task.options().views();
    viewKey = Views.key(task.seed());
    targets = task.targets();
    int[] shape = task.train().shape();
    assembler = new ImageAssembler(images, shape, task.network().normalisation(), views);
    int largest = count(0) + (stepsPerEpoch() > 1 ? 1 : 0);
    try {
      for (int i = 0; i < BUFFERS; i++) {
        free.add(
            closer.add(
                new BatchBuffer(largest, shape, task.width(), task.options().precision()),
                BatchBuffer::close));
      }
      // Added last, so that the thread has ended before its buffers are freed.
      assembly =
          closer.add(Executors.newSingleThreadExecutor(ImageBatches::daemon), ImageBatches::end);
    } catch (RuntimeException | Error e) {
      closer.closeAfter(e);
      throw e;
    }
  }

  /** Ends the thread; waits while it writes, also when the caller is interrupted. */
  private static void end(ExecutorService assembly) {
    assembly.shutdownNow();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = assembly.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "limbeck-batches");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  void startEpoch(int epoch, int firstStep) {
    drop();
    order = order(epoch);
    drawn = new int[order.length];
    Arrays.setAll(drawn, i -> views.draw(viewKey, epoch, order[i]));
    step = firstStep - 1;
    prepared = firstStep;
    prepareFor(firstStep);
    coming = assemble(firstStep);
  }

  /** Forgets what was assembled ahead for an epoch that does not continue. */
  private void drop() {
    if (coming != null) {
      free.add(taken(coming));
      coming = null;
    }
    giveBack();
  }

  private void giveBack() {
    if (current != null) {
      free.add(current);
      current = null;
    }
  }

  @Override
  void next() {
    if (coming == null) {
      throw new IllegalStateException("no epoch has begun, or it has ended");
    }
    giveBack();
    current = taken(coming);
    step++;
    coming = null;
    if (step + 1 < stepsPerEpoch()) {
      prepareFor(step + 1);
      coming = assemble(step + 1);
    }
  }

  /** Prepares the targets of a block of steps when its first one comes up. */
  private void prepareFor(int next) {
    if (next < prepared) {
      return;
    }
    int end = Math.min(stepsPerEpoch(), next + PREPARED);
    int from = start(next);
    int to = start(end - 1) + count(end - 1);
    targets.prepare(Arrays.copyOfRange(order, from, to), Arrays.copyOfRange(drawn, from, to));
    prepared = end;
  }

  private Future<BatchBuffer> assemble(int wanted) {
    int from = start(wanted);
    int count = count(wanted);
    int[] examples = order;
    int[] seen = drawn;
    return assembly.submit(
        () -> {
          BatchBuffer buffer = free.take();
          buffer.fill(assembler, targets, examples, seen, from, count);
          return buffer;
        });
  }

  private static BatchBuffer taken(Future<BatchBuffer> coming) {
    try {
      return coming.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a batch was assembled", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("a batch could not be assembled", e);
    }
  }

  private BatchBuffer current() {
    if (current == null) {
      throw new IllegalStateException("no batch: call next() first");
    }
    return current;
  }

  @Override
  Tensor inputs() {
    return current().inputs();
  }

  @Override
  int[] groups() {
    return groups(order, step);
  }

  @Override
  Tensor labelWeights() {
    return current().labelWeights();
  }

  @Override
  public void close() {
    closer.close();
  }
}
