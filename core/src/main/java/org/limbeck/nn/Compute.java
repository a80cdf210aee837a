package org.limbeck.nn;

/**
 * What a run computes with.
 *
 * @param threads LibTorch threads, &gt;= 1
 * @param device the processor or a GPU, not {@code AUTO}
 */
public record Compute(int threads, ComputeDevice device) {
  /** One thread of the processor. */
  public static final Compute ONE_THREAD = new Compute(1, ComputeDevice.CPU);

  /** Sets threads and device of the calling thread. */
  public void use() {
    Natives.useThreads(threads);
    device.use();
  }
}
