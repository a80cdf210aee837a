package org.limbeck.data.image;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.data.image.archive.BatchFiles;
import org.limbeck.data.image.cache.ImageSet;

/** The images of a CIFAR data set in its binary version. */
final class CifarImages implements ImageSet {
  private final BatchFiles files;
  private final CifarLayout layout;

  CifarImages(BatchFiles files, CifarLayout layout) {
    this.files = files;
    this.layout = layout;
  }

  @Override
  public int[] shape() {
    return new int[] {3, 32, 32};
  }

  @Override
  public List<String> classNames() {
    String file = layout.namesFile();
    try {
      if (files.size(file).isEmpty() && !layout.usualNames().isEmpty()) {
        return layout.usualNames();
      }
      requireSize(file);
      try (InputStream in = files.open(file)) {
        return ClassNames.read(in, files.label(file), layout.classes());
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public List<String> decode(Sink train, Sink test) {
    for (String batch : layout.batches()) {
      requireWholeRecords(batch); // all are checked before the first is read
    }
    for (String batch : layout.trainFiles()) {
      decode(batch, train);
    }
    decode(layout.testFile(), test);
    return List.of();
  }

  private void requireWholeRecords(String batch) {
    try {
      long size = requireSize(batch);
      if (size == 0 || size % layout.recordSize() != 0) {
        throw new LimbeckException(
            "%s: %,d bytes, not one or more whole records of %,d bytes; get it anew from %s"
                .formatted(files.label(batch), size, layout.recordSize(), CifarLayout.PAGE));
      }
    } catch (IOException e) {
      throw unreadable(batch, e);
    }
  }

  private long requireSize(String file) throws IOException {
    return files
        .size(file)
        .orElseThrow(
            () ->
                new LimbeckException(
                    "%s: missing; get %s from %s and unpack it, or give the archive as data.dir"
                        .formatted(files.label(file), layout.archive(), CifarLayout.PAGE)));
  }

  private void decode(String batch, Sink sink) {
    try (InputStream in = new BufferedInputStream(files.open(batch), 1 << 16)) {
      long records = requireSize(batch) / layout.recordSize();
      var record = new byte[layout.recordSize()];
      for (long number = 1; number <= records; number++) {
        if (in.readNBytes(record, 0, record.length) < record.length) {
          throw new EOFException("ends in record " + number);
        }
        sink.add(
            Arrays.copyOfRange(record, layout.labelBytes(), record.length),
            label(record, batch, number));
      }
    } catch (IOException e) {
      throw unreadable(batch, e);
    }
  }

  private int label(byte[] record, String batch, long number) {
    int label = record[layout.labelByte()] & 0xff;
    if (label >= layout.classes()) {
      throw new LimbeckException(
          "%s, record %d: label %d, but there are %d classes; is this the binary version from %s?"
              .formatted(files.label(batch), number, label, layout.classes(), CifarLayout.PAGE));
    }
    return label;
  }

  private LimbeckException unreadable(String file, IOException e) {
    return new LimbeckException(
        "%s: cannot be read: %s; get it anew from %s"
            .formatted(files.label(file), e.getMessage(), CifarLayout.PAGE),
        e);
  }
}
