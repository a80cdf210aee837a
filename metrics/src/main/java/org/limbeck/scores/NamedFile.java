package org.limbeck.scores;

import java.nio.file.Path;

/**
 * A file and how messages name it: standard input is read from a copy.
 *
 * @param packed whether it is packed with gzip
 */
record NamedFile(Path file, String shown, boolean packed) {
  static NamedFile of(Path file) {
    return new NamedFile(file, file.toString(), file.toString().endsWith(".gz"));
  }
}
