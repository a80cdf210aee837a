package org.limbeck.export;

import org.limbeck.base.Checksums;
import org.limbeck.nn.NetworkDescription;

/**
 * A student that was exported and checked, not yet written.
 *
 * @param network that it was exported from
 * @param bytes of the model file
 * @param parity of model and network
 */
@SuppressWarnings("ArrayRecordComponent") // large, read-only
record StudentModel(NetworkDescription network, byte[] bytes, Parity parity) {
  /** SHA-256 of the model file, hexadecimal. */
  String checksum() {
    return Checksums.of(bytes);
  }
}
