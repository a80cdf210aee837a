package org.limbeck.nn;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.limbeck.LimbeckException;

/**
 * Where tensors live and networks compute: {@code auto}, {@code cpu} or {@code cuda:N}.
 *
 * <p>Each thread has one, the processor unless {@link #use} says otherwise; networks, optimisers
 * and batches are made on that of the thread that makes them. CUDA needs a build with {@code
 * -Pcuda} and is untested: there was no GPU to try it on.
 *
 * @param kind which
 * @param index of the GPU, else 0
 */
public record ComputeDevice(Kind kind, int index) {
  /** The first GPU where LibTorch finds one, else the processor. */
  public static final ComputeDevice AUTO = new ComputeDevice(Kind.AUTO, 0);

  /** The processor. */
  public static final ComputeDevice CPU = new ComputeDevice(Kind.CPU, 0);

  private static final ThreadLocal<ComputeDevice> CURRENT = ThreadLocal.withInitial(() -> CPU);

  /** The kinds of devices. */
  public enum Kind {
    /** Chosen when a study starts. */
    AUTO,
    /** The processor. */
    CPU,
    /** An NVIDIA GPU. */
    CUDA
  }

  /**
   * Reads {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:N}.
   *
   * @throws LimbeckException if it is none of them
   */
  public static ComputeDevice parse(String text) {
    if (text.equals("auto")) {
      return AUTO;
    }
    if (text.equals("cpu")) {
      return CPU;
    }
    if (text.matches("cuda(:\\d{1,2})?")) {
      int colon = text.indexOf(':');
      return new ComputeDevice(
          Kind.CUDA, colon < 0 ? 0 : Integer.parseInt(text.substring(colon + 1)));
    }
    throw new LimbeckException(
        "no device '" + text + "'; expected auto, cpu, or cuda:0 and the like");
  }

  /**
   * The device that this comes to on this machine; loads LibTorch only to look for a GPU.
   *
   * @throws LimbeckException if there is no such GPU
   */
  public ComputeDevice resolved() {
    if (kind == Kind.CPU || (kind == Kind.AUTO && !Natives.builtForCuda())) {
      return CPU;
    }
    Natives.load();
    int gpus = torch.cuda_is_available() ? torch.cuda_device_count() : 0;
    if (kind == Kind.AUTO) {
      return gpus > 0 ? new ComputeDevice(Kind.CUDA, 0) : CPU;
    }
    if (index >= gpus) {
      throw new LimbeckException(
          ("device %s: LibTorch finds %s; use cpu, or build with LIMBECK_MAVEN_ARGS=-Pcuda where CUDA"
                  + " is installed")
              .formatted(text(), gpus == 0 ? "no GPU" : gpus + " GPUs, numbered from 0"));
    }
    return this;
  }

  /** Makes this the device of the calling thread; {@code AUTO} must be {@link #resolved} before. */
  public void use() {
    if (kind == Kind.AUTO) {
      throw new IllegalArgumentException("device: resolve auto first");
    }
    CURRENT.set(this);
  }

  /** Whether the calling thread computes on a GPU. */
  public static boolean onGpu() {
    return CURRENT.get().kind == Kind.CUDA;
  }

  /** The tensor on the device of the calling thread: itself, or a copy. */
  public static Tensor here(Tensor tensor) {
    ComputeDevice device = CURRENT.get();
    return device.kind == Kind.CUDA
        ? tensor.to(
            new org.bytedeco.pytorch.Device(DeviceType.CUDA, (byte) device.index),
            tensor.scalar_type())
        : tensor;
  }

  /** The text that {@link #parse} reads. */
  public String text() {
    return switch (kind) {
      case AUTO -> "auto";
      case CPU -> "cpu";
      case CUDA -> "cuda:" + index;
    };
  }
}
