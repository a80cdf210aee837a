package org.limbeck.scores.array;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;

/** An npy file: one array without a name. */
record NpyFile(Path file, String shown) implements ArrayFile {
  @Override
  public List<String> names() {
    return List.of("");
  }

  @Override
  public FileArray read(String name) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return read(shown, "array", in, Files.size(file));
    } catch (IOException e) {
      throw cannotRead(shown, e);
    }
  }

  /**
   * Reads an array from its first byte on.
   *
   * @param size bytes that there are
   */
  static FileArray read(String shown, String name, InputStream in, long size) throws IOException {
    String place = shown + ": " + name;
    NpyHeader header = NpyHeader.read(place, in);
    int count = ArraySizes.count(place, header.shape(), header.type(), size - header.length());
    List<Integer> shape = header.shape().stream().map(Long::intValue).toList();
    boolean transposed = header.columnMajor() && shape.size() > 1;
    if (transposed && shape.size() > 2) {
      throw new LimbeckException(
          "%s: shape %s in Fortran order is not read; save numpy.ascontiguousarray(x)"
              .formatted(place, shape));
    }
    int rows = Math.max(1, shape.isEmpty() ? 1 : shape.get(0));
    var order = ElementReader.Order.of(transposed, rows, count / rows);
    return new FileArray(shown, name, shape, ElementReader.read(in, header.type(), count, order));
  }

  static LimbeckException cannotRead(String place, IOException e) {
    return new LimbeckException(
        e instanceof EOFException
            ? place + ": cut off; copy or write it again"
            : "%s cannot be read: %s; check the file".formatted(place, AtomicFiles.reason(e)),
        e);
  }
}
