package org.limbeck.nn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The number format that convolutions, norms and activations compute in. Weights, optimiser state,
 * linear layers, scores and losses are float32 in either.
 */
public enum Precision {
  /** bfloat16 for networks for images where the processor computes in it, else float32. */
  AUTO,
  /** float32. */
  FP32,
  /** bfloat16 (8 bits of mantissa, the exponents of float32), sums in float32. */
  BF16;

  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  /** What {@link #AUTO} comes to for a network on this machine. */
  public Precision resolved(NetworkSpec network) {
    if (this != AUTO) {
      return this;
    }
    return network.forImages() && Holder.PROCESSOR_HAS_BF16 ? BF16 : FP32;
  }

  /** Reads the file when it is first needed. */
  private static final class Holder {
    static final boolean PROCESSOR_HAS_BF16 = read();

    private static boolean read() {
      try {
        String flags = Files.readString(PROCESSOR, StandardCharsets.UTF_8);
        return flags.contains("avx512_bf16") || flags.contains("amx_bf16");
      } catch (IOException e) {
        return false; // not Linux: float32 is right everywhere
      }
    }
  }

  /** LibTorch's name of the format; float32 for {@link #AUTO}. */
  public ScalarType type() {
    return this == BF16 ? ScalarType.BFloat16 : ScalarType.Float;
  }
}
