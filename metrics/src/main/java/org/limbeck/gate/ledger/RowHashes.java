package org.limbeck.gate.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.limbeck.base.Checksums;

/**
 * 64 bits for each row of a test set, sorted, by which two sets are found to share rows.
 *
 * <p>Two sets of a million different rows appear to share one with a chance of 5e-8.
 */
public final class RowHashes {
  private static final int BLOCK = 32;
  private static final int ID_LENGTH = 32;

  private final long[] sorted;
  private final String id;

  private RowHashes(long[] sorted) {
    this.sorted = sorted;
    id = Checksums.of(bytes()).substring(0, ID_LENGTH);
  }

  /** Hashes that the caller made of the content of rows, such as their features; copied. */
  public static RowHashes of(long[] hashes) {
    long[] sorted = hashes.clone();
    Arrays.sort(sorted);
    int size = 0;
    for (long hash : sorted) {
      if (size == 0 || hash != sorted[size - 1]) {
        sorted[size++] = hash;
      }
    }
    return new RowHashes(Arrays.copyOf(sorted, size));
  }

  /** The hashes of ids; fewer than there are ids if some are equal. */
  public static RowHashes ofIds(List<String> ids) {
    return of(ids.stream().mapToLong(RowHashes::hash).toArray());
  }

  /** FNV-1a of the UTF-16 units, with its bits mixed once more (as in SplittableRandom). */
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }

  /**
   * The hashes of rows of which labels and order are all that is known: of blocks of 32 rows, by
   * their place and labels. Test sets that grow at their end share blocks, and other sets do not,
   * unless both have long runs of the same label; rows in another order are not recognised.
   */
  public static RowHashes ofLabels(int[] labels) {
    MessageDigest digest = Checksums.sha256();
    var hashes = new long[(labels.length + BLOCK - 1) / BLOCK];
    for (int block = 0; block < hashes.length; block++) {
      int from = block * BLOCK;
      int to = Math.min(labels.length, from + BLOCK);
      ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (1 + to - from)).putInt(block);
      for (int i = from; i < to; i++) {
        bytes.putInt(labels[i]);
      }
      hashes[block] = first(digest.digest(bytes.array()));
    }
    return of(hashes);
  }

  private static long first(byte[] digest) {
    return ByteBuffer.wrap(digest).getLong();
  }

  /** The number of hashes. */
  public int size() {
    return sorted.length;
  }

  /** The number of hashes that another set has as well. */
  public int shared(RowHashes other) {
    return sharedWith(other).cardinality();
  }

  /** The places of the hashes that another set has as well. */
  BitSet sharedWith(RowHashes other) {
    var shared = new BitSet(sorted.length);
    int theirs = 0;
    for (int i = 0; i < sorted.length; i++) {
      while (theirs < other.sorted.length && other.sorted[theirs] < sorted[i]) {
        theirs++;
      }
      shared.set(i, theirs < other.sorted.length && other.sorted[theirs] == sorted[i]);
    }
    return shared;
  }

  /** The hashes at the places that are not set. */
  RowHashes without(BitSet places) {
    var kept = new long[sorted.length - places.cardinality()];
    int size = 0;
    for (int i = places.nextClearBit(0); i < sorted.length; i = places.nextClearBit(i + 1)) {
      kept[size++] = sorted[i];
    }
    return new RowHashes(kept);
  }

  /** The set in a name: the start of its SHA-256. */
  String id() {
    return id;
  }

  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * sorted.length);
    bytes.asLongBuffer().put(sorted);
    return bytes.array();
  }

  static RowHashes ofBytes(byte[] bytes) {
    var hashes = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(hashes);
    return of(hashes);
  }
}
