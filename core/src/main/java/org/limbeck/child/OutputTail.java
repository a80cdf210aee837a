package org.limbeck.child;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a stream to its end on a thread of its own and keeps the last of it. */
final class OutputTail {
  private static final int KEPT = 4096;
  private static final int SHOWN_LINES = 6;

  private final byte[] kept = new byte[KEPT];
  private final Thread thread;
  private long length;

  OutputTail(InputStream stream) {
    thread = new Thread(() -> drain(stream), "limbeck-model-messages");
    thread.setDaemon(true);
    thread.start();
  }

  private void drain(InputStream stream) {
    var bytes = new byte[KEPT];
    try {
      int count = stream.read(bytes);
      while (count >= 0) {
        add(bytes, count);
        count = stream.read(bytes);
      }
    } catch (IOException e) {
      return; // the process is gone, and with it what it would have said
    }
  }

  private synchronized void add(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      kept[(int) (length++ % KEPT)] = bytes[i];
    }
  }

  /** Waits a moment for the end of the stream, for the last words of a process that has ended. */
  void await() {
    try {
      thread.join(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The last lines in one, or empty. */
  synchronized String text() {
    int size = (int) Math.min(length, KEPT);
    var bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = kept[(int) ((length - size + i) % KEPT)];
    }
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).strip().lines().toList();
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()))
        .replaceAll("\\p{Cntrl}", " ");
  }
}
