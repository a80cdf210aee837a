package org.limbeck.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.Json;
import org.limbeck.data.RowDetails;
import org.limbeck.data.column.Column;
import org.limbeck.scores.Categories;

/** What a cache knows of a table besides its values, as bytes. */
final class TableIndex {
  /**
   * All but the rows.
   *
   * @param rows their number
   * @param checksum SHA-256 of the values
   */
  record Head(
      int rows,
      int width,
      String checksum,
      List<ColumnHead> columns,
      List<String> labels,
      List<String> groups,
      boolean hasGroups,
      boolean hasIds,
      boolean hasWeights,
      List<Long> missing,
      List<String> notes) {}

  /** A column as JSON. */
  record ColumnHead(String kind, String name, @Nullable List<String> values, int length) {
    static ColumnHead of(Column column) {
      String kind = column.getClass().getSimpleName();
      List<String> values = column instanceof Column.Category category ? category.values() : null;
      return new ColumnHead(kind, column.name(), values, column.rawWidth());
    }

    Column column() throws IOException {
      return switch (kind) {
        case "Numeric" -> new Column.Numeric(name);
        case "Flag" -> new Column.Flag(name);
        case "Category" -> new Column.Category(name, values == null ? List.of() : values);
        case "Vector" -> new Column.Vector(name, length);
        default -> throw new IOException("unknown kind of column");
      };
    }
  }

  private TableIndex() {}

  static byte[] bytes(Head head, RowRoles roles) {
    try (var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes)) {
      write(out, Json.canonical(head));
      writeInts(out, roles.labels().of());
      writeInts(out, roles.groups().of());
      for (TablePart part : roles.parts()) {
        out.writeByte(part.code());
      }
      for (String id : roles.details().ids()) {
        write(out, id);
      }
      for (float weight : roles.details().weights()) {
        out.writeFloat(weight);
      }
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written", e);
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void writeInts(DataOutputStream out, int[] values) throws IOException {
    for (int value : values) {
      out.writeInt(value);
    }
  }

  /** The head and the rows of an index whose checksum was found to be right. */
  static final class Reading {
    private final DataInputStream in;
    private final Head head;

    Reading(byte[] index) throws IOException {
      in = new DataInputStream(new ByteArrayInputStream(index));
      try {
        head = Json.read(text(), Head.class);
      } catch (JsonProcessingException e) {
        throw new IOException("the index is no JSON", e);
      }
      if (head.rows() < 0 || head.rows() > index.length) {
        throw new IOException("the number of rows is wrong");
      }
    }

    Head head() {
      return head;
    }

    List<Column> columns() throws IOException {
      List<Column> columns = new ArrayList<>();
      for (ColumnHead column : head.columns()) {
        columns.add(column.column());
      }
      return columns;
    }

    RowRoles roles() throws IOException {
      var labels = new Categories(head.labels(), ints(head.rows()));
      var groups = new Categories(head.groups(), ints(head.hasGroups() ? head.rows() : 0));
      List<TablePart> parts = new ArrayList<>(head.rows());
      for (int i = 0; i < head.rows(); i++) {
        parts.add(TablePart.of(in.readByte()));
      }
      var ids = new String[head.hasIds() ? head.rows() : 0];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = text();
      }
      var weights = new float[head.hasWeights() ? head.rows() : 0];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = in.readFloat();
      }
      return new RowRoles(labels, groups, parts, new RowDetails(ids, weights));
    }

    private int[] ints(int count) throws IOException {
      var values = new int[count];
      for (int i = 0; i < count; i++) {
        values[i] = in.readInt();
      }
      return values;
    }

    private String text() throws IOException {
      int length = in.readInt();
      if (length < 0 || length > in.available()) {
        throw new IOException("a text is longer than the index");
      }
      return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
  }
}
