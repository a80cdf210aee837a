package org.limbeck.scores;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;
import org.limbeck.scores.array.ArrayFile;
import org.limbeck.scores.array.FileArray;
import org.limbeck.scores.column.HeaderText;
import org.limbeck.scores.column.Roles;
import org.limbeck.scores.column.TableColumns;
import org.limbeck.scores.column.TableRows;

/** Labels in a file of their own: an array, or a column of a table. */
final class LabelFile {
  private LabelFile() {}

  /** Reads the labels of {@code --labels}. */
  static LabelColumn read(Path file, TableRequest request) {
    CsvFile.checkReadable(file);
    return arrayFormat(file)
        .map(format -> ofArrays(ArrayFile.open(format, file, file.toString()), request))
        .orElseGet(() -> ofTable(file, request));
  }

  private static Optional<String> arrayFormat(Path file) {
    return Stream.of("npy", "npz", "safetensors")
        .filter(format -> file.toString().endsWith("." + format))
        .findFirst();
  }

  private static LabelColumn ofArrays(ArrayFile file, TableRequest request) {
    List<String> names = file.names();
    String name =
        names.size() == 1
            ? names.get(0)
            : ArrayRoles.label(file, request)
                .orElseThrow(
                    () ->
                        new LimbeckException(
                            "%s: no array of labels; it has %s; name one with --label"
                                .formatted(file.shown(), HeaderText.list(names))));
    return of(file.read(name));
  }

  /** The labels of an array of one dimension, or of one column. */
  static LabelColumn of(FileArray array) {
    if (array.columns() != 1 || array.shape().isEmpty()) {
      throw new LimbeckException(
          "%s: labels have shape %s; give one class for each row (of one-hot labels numpy.argmax(y, axis=1))"
              .formatted(array.place(), array.shape()));
    }
    return new OfArray(array);
  }

  private static LabelColumn ofTable(Path file, TableRequest request) {
    TableFormat format = TableFormat.of(file);
    TableInput input =
        format
            .rows(file, request)
            .orElseThrow(
                () ->
                    new LimbeckException(
                        "%s: labels are not read from %s; give a CSV, Parquet, npy, npz or safetensors file"
                            .formatted(file, format.name())));
    return input.read(rows -> column(rows, request));
  }

  private static LabelColumn column(TableRows rows, TableRequest request) {
    TableRequest alone =
        TableRequest.builder(request.content())
            .columns(new LabelOnly(request.columns()).columns(rows))
            .build();
    int found = Roles.of(rows, alone.ofColumns()).label();
    int column = rows.header().size() == 1 ? 0 : found;
    if (column == Roles.NONE) {
      throw rows.error(
          "no column of labels; name one with --label; the header has "
              + HeaderText.list(rows.header()));
    }
    List<String> texts = new ArrayList<>();
    Map<String, String> same = new HashMap<>();
    while (rows.next()) {
      String text = rows.text(column);
      texts.add(same.computeIfAbsent(text, key -> key));
    }
    return new OfTable(rows.file(), rows.header().get(column), texts);
  }

  /** The columns that are named, of those only the labels. */
  private record LabelOnly(TableColumns named) {
    TableColumns columns(TableRows rows) {
      return new TableColumns(
          named.label().filter(rows.header()::contains),
          TableColumns.FOUND.prediction(),
          List.of(),
          TableColumns.FOUND.id(),
          List.of());
    }
  }

  /** Labels of an array. */
  private record OfArray(FileArray array) implements LabelColumn {
    @Override
    public int size() {
      return array.rows();
    }

    @Override
    public String text(int row) {
      return array.values().text(row).strip();
    }

    @Override
    public LimbeckException error(int row, String message) {
      return new LimbeckException("%s[%d]: %s".formatted(array.place(), row, message));
    }

    @Override
    public String from() {
      return array.place();
    }
  }

  /** Labels of a table; the rows count from 1. */
  private record OfTable(String file, String column, List<String> texts) implements LabelColumn {
    @Override
    public int size() {
      return texts.size();
    }

    @Override
    public String text(int row) {
      return texts.get(row);
    }

    @Override
    public LimbeckException error(int row, String message) {
      return new LimbeckException(
          "%s, row %d, column '%s': %s".formatted(file, row + 1, column, message));
    }

    @Override
    public String from() {
      return "'%s' of %s".formatted(column, file);
    }
  }
}
