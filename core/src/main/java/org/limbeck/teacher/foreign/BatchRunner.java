package org.limbeck.teacher.foreign;

import java.util.Arrays;
import java.util.List;
import org.limbeck.child.ModelProcess;
import org.limbeck.child.NamedArray;

/**
 * Runs examples through one output of a model, in batches that are sent ahead.
 *
 * <p>Runtimes pick their kernels by the size of the batch, and scores of an example in batches of
 * different sizes differ in the last bits. So every batch has the same size; the first example of
 * the last one fills it up.
 */
final class BatchRunner {
  private static final int MOST_ROWS = 256;
  private static final long MOST_VALUES = 8 << 20;

  /** A score for each class takes this at most, whatever the model. */
  private static final long MOST_RESULT_BYTES = 256L << 20;

  private final ModelProcess process;
  private final RowInputs inputs;
  private final List<String> wanted;

  BatchRunner(ModelProcess process, RowInputs inputs, String output) {
    this.process = process;
    this.inputs = inputs;
    wanted = List.of(output);
  }

  /** Takes the result of a batch. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes a result.
     *
     * @param start of the batch
     * @param count of its examples; the rest fills it up
     * @param rows of the batch
     */
    void take(int start, int count, int rows, NamedArray result);
  }

  /** The rows of a batch. */
  int rows() {
    return inputs
        .fixedBatch()
        .orElse((int) Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / inputs.exampleSize())));
  }

  /** Runs exactly these rows as one batch. */
  NamedArray once(int... examples) {
    process.send(inputs.of(examples, new int[examples.length]), wanted);
    return process.receive(MOST_RESULT_BYTES).get(0);
  }

  /** Runs any number of rows. */
  void run(int[] examples, int[] views, Sink sink) {
    int rows = rows();
    int sent = 0;
    for (int start = 0; start < examples.length; start += rows) {
      while (sent < examples.length && process.ahead() < ModelProcess.AHEAD) {
        process.send(inputs.of(padded(examples, sent, rows), padded(views, sent, rows)), wanted);
        sent += rows;
      }
      NamedArray result = process.receive(MOST_RESULT_BYTES).get(0);
      sink.take(start, Math.min(rows, examples.length - start), rows, result);
    }
  }

  private static int[] padded(int[] values, int start, int rows) {
    int[] batch = Arrays.copyOfRange(values, start, start + rows);
    int count = Math.min(rows, values.length - start);
    Arrays.fill(batch, count, rows, values[start]);
    return batch;
  }
}
