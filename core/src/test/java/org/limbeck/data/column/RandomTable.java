package org.limbeck.data.column;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.base.NamedRandom;
import org.limbeck.data.Examples;

/** Small tables of random columns of every kind, some with holes, for tests. */
public final class RandomTable {
  private static final List<String> TEXTS =
      List.of("red", "", "green", "blue", " blue", "Größe", "a,b", "\"q\"", "日本", "other", "x y");

  private final NamedRandom random;

  public RandomTable(long seed) {
    random = new NamedRandom(seed, "table");
  }

  /** Columns of random kinds. */
  public Columns columns(int count, MissingValues missing, int maxCategories) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      columns.add(column("column" + i, random.nextInt(4)));
    }
    return new Columns(columns, missing, maxCategories);
  }

  private Column column(String name, int kind) {
    return switch (kind) {
      case 0 -> new Column.Numeric(name);
      case 1 -> new Column.Flag(name);
      case 2 -> new Column.Category(name, TEXTS.subList(0, 2 + random.nextInt(TEXTS.size() - 1)));
      default -> new Column.Vector(name, 1 + random.nextInt(4));
    };
  }

  /** Rows of raw values of two classes in turn; a value is missing with the given chance. */
  public Examples rows(Columns columns, int count, double missing) {
    int width = columns.rawWidth();
    var values = new float[count * width];
    for (int row = 0; row < count; row++) {
      int at = row * width;
      for (Column column : columns.columns()) {
        boolean hole = random.nextDouble() < missing;
        for (int i = 0; i < column.rawWidth(); i++) {
          values[at++] = hole ? Float.NaN : value(column);
        }
      }
    }
    var labels = new int[count];
    for (int row = 0; row < count; row++) {
      labels[row] = row % 2;
    }
    return Examples.of(new int[] {width}, values, labels);
  }

  private float value(Column column) {
    if (column instanceof Column.Category category) {
      return random.nextInt(category.values().size());
    }
    return column.kind() == ColumnKind.FLAG
        ? random.nextInt(2)
        : (float) (random.nextDouble() * 200 - 100);
  }

  /** The same rows for a fit. */
  public static RawRows raw(Examples examples) {
    return new RawRows() {
      @Override
      public int rows() {
        return examples.size();
      }

      @Override
      public void read(int row, float[] into) {
        examples.values().read(row, into, 0);
      }
    };
  }
}
