package org.limbeck.cli;

import java.io.PrintWriter;
import java.time.Duration;
import org.limbeck.data.DecodingListener;

/** Says once, in a line, that images are being decoded, if that takes longer than two seconds. */
final class DecodingLine implements DecodingListener {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final PrintWriter err;
  private final long start = System.nanoTime();
  private boolean said;

  DecodingLine(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void decoded(int done, int total) {
    if (!said && System.nanoTime() - start > PATIENCE.toNanos()) {
      said = true;
      err.printf("decoding images, once: %,d of %,d so far%n", done, total);
      err.flush();
    }
  }
}
