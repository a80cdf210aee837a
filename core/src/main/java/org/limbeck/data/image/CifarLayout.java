package org.limbeck.data.image;

import java.util.List;
import java.util.stream.Stream;

/**
 * How one of the two CIFAR data sets is laid out in its binary version.
 *
 * @param folder the folder in the archive
 * @param archive the file name of the archive
 * @param trainFiles the batches of the training part, in order
 * @param testFile the batch of the test part
 * @param labelBytes bytes before the pixels of a record
 * @param labelByte which of them is the class
 * @param classes the number of classes
 * @param namesFile the class names, a line each
 * @param usualNames what the classes are called without that file; none if it is required
 */
record CifarLayout(
    String folder,
    String archive,
    List<String> trainFiles,
    String testFile,
    int labelBytes,
    int labelByte,
    int classes,
    String namesFile,
    List<String> usualNames) {
  static final String PAGE = "https://www.cs.toronto.edu/~kriz/cifar.html";

  /** Red, green, blue: a plane of 32 x 32 each. */
  static final int PIXELS = 3 * 32 * 32;

  /** The files with records, those of the training part first. */
  List<String> batches() {
    return Stream.concat(trainFiles.stream(), Stream.of(testFile)).toList();
  }

  /** All files that the data set is made from. */
  List<String> files() {
    return Stream.concat(batches().stream(), Stream.of(namesFile)).toList();
  }

  /** Bytes of one record. */
  int recordSize() {
    return labelBytes + PIXELS;
  }
}
