package org.limbeck.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.limbeck.base.Checksums;
import org.limbeck.data.column.Column;
import org.limbeck.data.column.Columns;
import org.limbeck.data.column.MissingValues;

/** The SHA-256 that names a data set's content. */
final class Fingerprint {
  private static final String VERSION = "limbeck-data-1";

  private Fingerprint() {}

  static String of(SourceData source, Map<Split, Examples> splits, Map<Split, int[]> indices) {
    MessageDigest digest = Checksums.sha256();
    digest.update(VERSION.getBytes(StandardCharsets.UTF_8));
    for (String name : source.classNames()) {
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    for (String name : source.groupNames()) {
      digest.update((byte) 1);
      digest.update(name.getBytes(StandardCharsets.UTF_8));
    }
    for (Split split : Split.values()) {
      Examples examples = splits.get(split);
      int[] chosen = indices.get(split);
      if (examples != null && chosen != null) {
        add(digest, examples.shape());
        add(digest, chosen);
        add(digest, examples.labels());
        examples.values().addTo(digest);
        if (examples.groups().length > 0) {
          add(digest, examples.groups());
        }
        add(digest, examples.details().weights());
      }
    }
    source.columns().ifPresent(columns -> add(digest, columns));
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The SHA-256 of the ids of all parts of a source: what scores are joined by. It is apart from
   * the fingerprint of the splits, since no training depends on the names of rows.
   */
  static String ofIds(SourceData source) {
    MessageDigest digest = Checksums.sha256();
    Stream.concat(
            Stream.of(source.train()),
            Stream.concat(source.validation().stream(), source.test().stream()))
        .forEach(
            part -> {
              add(digest, new int[] {part.size()});
              for (String id : part.details().ids()) {
                add(digest, id);
              }
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, int[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * (values.length + 1)).putInt(values.length);
    bytes.asIntBuffer().put(values);
    digest.update(bytes.array());
  }

  /** Weights, where there are any. */
  private static void add(MessageDigest digest, float[] weights) {
    if (weights.length > 0) {
      ByteBuffer bytes = ByteBuffer.allocate(1 + Float.BYTES * weights.length).put((byte) 2);
      bytes.asFloatBuffer().put(weights);
      digest.update(bytes.array());
    }
  }

  private static void add(MessageDigest digest, Columns columns) {
    digest.update((byte) 3);
    add(digest, name(columns.missing()));
    add(digest, new int[] {columns.maxCategories()});
    for (Column column : columns.columns()) {
      add(digest, kind(column));
      add(digest, column.name());
      add(digest, new int[] {column.rawWidth()});
      if (column instanceof Column.Category category) {
        add(digest, new int[] {category.values().size()});
        category.values().forEach(text -> add(digest, text));
      }
    }
  }

  private static String name(MissingValues missing) {
    return switch (missing) {
      case REFUSE -> "REFUSE";
      case MEAN -> "MEAN";
      case FLAG -> "FLAG";
    };
  }

  /** Fixed names: a rename in the code must not change a fingerprint. */
  private static String kind(Column column) {
    return switch (column.kind()) {
      case NUMERIC -> "numeric";
      case FLAG -> "flag";
      case CATEGORY -> "category";
      case VECTOR -> "vector";
    };
  }

  /** A text with its length, so that two texts differ from one. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
