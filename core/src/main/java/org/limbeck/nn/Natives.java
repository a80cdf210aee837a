package org.limbeck.nn;

import java.io.IOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.limbeck.LimbeckException;

/** Loads LibTorch, once, before any of its classes is used. */
public final class Natives {
  /*
   * On an empty JavaCPP cache the loader opens libtorch.so before libtorch_cpu.so is unpacked beside
   * it, and the JVM crashes in c10::Dispatcher::registerFallback. Unpacking that one library first
   * cures it (docs/design-decisions.md, "First start").
   *
   * OpenBLAS keeps one pool of threads for the whole process behind a lock. Two runs that each call
   * it from their own thread then wait for each other: a step of a 256-256 network took 4 times as
   * long. Runs are parallel here, so BLAS itself is not.
   */
  private static final class Holder {
    static final String FAILURE = load();

    /** Empty, or what kept LibTorch from loading. */
    private static String load() {
      try {
        Loader.cacheResource(Tensor.class, Loader.getPlatform() + "/libtorch_cpu.so");
        openblas_nolapack.blas_set_num_threads(1);
        torch.set_num_threads(1);
        return "";
      } catch (IOException e) {
        return "cannot unpack LibTorch into the JavaCPP cache (%s); free some space there or choose another folder with -Dorg.bytedeco.javacpp.cachedir=DIR"
            .formatted(e.getMessage());
      } catch (UnsatisfiedLinkError e) {
        return "LibTorch does not load on this platform (%s): %s; build with -Dlimbeck.platform=... for it"
            .formatted(Loader.getPlatform(), e.getMessage());
      }
    }
  }

  private Natives() {}

  /** Loads LibTorch if need be. */
  public static void load() {
    if (!Holder.FAILURE.isEmpty()) {
      throw new LimbeckException(Holder.FAILURE);
    }
  }

  /**
   * Sets how many LibTorch threads work for the calling thread from now on. Results are the same to
   * the bit only for the same number.
   *
   * @param threads &gt;= 1
   */
  public static void useThreads(int threads) {
    load();
    torch.set_num_threads(threads);
  }

  /** Whether the CUDA build of LibTorch is on the class path; does not load it. */
  static boolean builtForCuda() {
    return Tensor.class.getResource(Loader.getPlatform() + "-gpu/libjnitorch.so") != null;
  }

  /** The version of LibTorch, for provenance; does not load it. */
  public static String version() {
    String version = Tensor.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}
