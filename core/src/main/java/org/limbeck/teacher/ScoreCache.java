package org.limbeck.teacher;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A teacher's logits for the views of its training examples, each computed once: fp16, in a file
 * that all students of the teacher share, also those of other processes.
 *
 * <p>What is read is what was stored, so a student gets the same numbers whether it came first or
 * last. Any thread may use it.
 */
public final class ScoreCache implements AutoCloseable {
  /** Views that a scorer is given at a time at most. */
  static final int CHUNK = 256;

  private final ScoreCacheKey key;
  private final ScoreCacheFile file;
  private final int views;
  private final int classes;

  /** Rows that a thread of this process computes now. */
  private final BitSet claimed = new BitSet();

  /**
   * Opens the cache of {@code key} in a folder, or begins one.
   *
   * @throws org.limbeck.LimbeckException if the folder cannot be written
   */
  public ScoreCache(Path folder, ScoreCacheKey key) {
    this.key = key;
    views = key.views();
    classes = key.classes();
    file = ScoreCacheFile.open(folder, key);
  }

  /** How many (example, view) pairs have their logits, whoever computed them. */
  public long filled() {
    return file.count();
  }

  /** How many of them were computed through this object. */
  long computed() {
    return file.newlyFilled();
  }

  /** Whether the logits of a view are there and whole. */
  boolean contains(int example, int view) {
    int row = row(example, view);
    return file.filled(row) && intact(row, bytes(row));
  }

  /**
   * Copies the logits of a view, {@code [classes]}.
   *
   * @throws IllegalStateException if they have not been filled
   */
  public void read(int example, int view, float[] into) {
    int row = row(example, view);
    byte[] bytes = bytes(row);
    if (!file.filled(row) || !intact(row, bytes)) {
      throw new IllegalStateException(
          "no scores for view %d of example %d".formatted(view, example));
    }
    ByteBuffer halves = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int y = 0; y < classes; y++) {
      into[y] = Float16.toFloat(halves.getShort());
    }
  }

  /**
   * Computes what is missing of these views; returns when all are there. Threads that want the same
   * views at the same time share the work.
   *
   * @param scorer used on the calling thread only
   */
  public void fill(int[] examples, int[] drawn, ViewLogits scorer) {
    int[] wanted = new int[examples.length];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = row(examples[i], drawn[i]);
    }
    int[] mine = claim(wanted);
    while (mine.length > 0) {
      try {
        compute(mine, scorer);
      } finally {
        release(mine);
      }
      mine = claim(wanted);
    }
  }

  private void compute(int[] rows, ViewLogits scorer) {
    var examples = new int[rows.length];
    var drawn = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      examples[i] = rows[i] / views;
      drawn[i] = rows[i] % views;
    }
    float[] logits = scorer.logits(examples, drawn);
    for (int i = 0; i < rows.length; i++) {
      store(rows[i], logits, i * classes);
    }
  }

  private void store(int row, float[] logits, int from) {
    ByteBuffer bytes =
        ByteBuffer.allocate((classes + 1) * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int y = 0; y < classes; y++) {
      bytes.putShort(Float16.of(logits[from + y]));
    }
    bytes.putShort(check(row, bytes.array()));
    file.write(row, bytes.rewind());
  }

  /**
   * Some rows that are missing and that nobody computes: none when all are there. Waits while
   * others compute the last ones.
   */
  private synchronized int[] claim(int[] wanted) {
    try {
      int[] missing = missing(wanted);
      int[] rows = unclaimed(missing);
      while (missing.length > 0 && rows.length == 0) {
        wait();
        missing = missing(missing);
        rows = unclaimed(missing);
      }
      Arrays.stream(rows).forEach(claimed::set);
      return rows;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a teacher was scoring", e);
    }
  }

  private int[] missing(int[] wanted) {
    return Arrays.stream(wanted)
        .filter(row -> !file.filled(row) || !intact(row, bytes(row)))
        .toArray();
  }

  private int[] unclaimed(int[] rows) {
    return Arrays.stream(rows).filter(row -> !claimed.get(row)).distinct().limit(CHUNK).toArray();
  }

  private synchronized void release(int[] rows) {
    for (int row : rows) {
      claimed.clear(row);
    }
    notifyAll();
  }

  private int row(int example, int view) {
    if (example < 0 || example >= key.examples() || view < 0 || view >= views) {
      throw new IllegalArgumentException(
          "expected an example below %d and a view below %d, found %d and %d"
              .formatted(key.examples(), views, example, view));
    }
    return example * views + view;
  }

  private byte[] bytes(int row) {
    var bytes = new byte[(classes + 1) * Short.BYTES];
    file.read(row, bytes);
    return bytes;
  }

  private boolean intact(int row, byte[] bytes) {
    short stored =
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(classes * Short.BYTES);
    return stored == check(row, bytes);
  }

  /** 15 bits over the row's place and values; the top bit is set, so an empty row never fits. */
  private short check(int row, byte[] bytes) {
    int hash = 0x811c9dc5 ^ row;
    for (int i = 0; i < classes * Short.BYTES; i++) {
      hash = (hash ^ (bytes[i] & 0xff)) * 0x01000193;
    }
    return (short) (0x8000 | ((hash ^ (hash >>> 16)) & 0x7fff));
  }

  @Override
  public void close() {
    file.close();
  }
}
