package org.limbeck.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.limbeck.base.Checksums;

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
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, int[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * (values.length + 1)).putInt(values.length);
    bytes.asIntBuffer().put(values);
    digest.update(bytes.array());
  }
}
