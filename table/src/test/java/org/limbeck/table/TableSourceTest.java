package org.limbeck.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.table.Tables.copy;
import static org.limbeck.table.Tables.load;
import static org.limbeck.table.Tables.values;
import static org.limbeck.table.Tables.write;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.SourceData;
import org.limbeck.data.Split;
import org.limbeck.data.column.Column;
import org.limbeck.data.column.MissingValues;

class TableSourceTest {
  private static final String EVERY_KIND =
      """
      SELECT i::INTEGER AS n, i / 4.0 AS d, (i / 8.0)::DECIMAL(10, 3) AS c, i::HUGEINT AS h,
        i % 2 = 0 AS flag, ['red', 'green', 'blue'][1 + i % 3] AS colour,
        [i, i + 0.5]::FLOAT[] AS v, array_value(i::FLOAT, -i::FLOAT) AS a,
        CASE WHEN i % 2 = 0 THEN 'yes' ELSE 'no' END AS class
      FROM range(6) t(i)
      """;

  @TempDir private Path folder;

  @Test
  void load_numbersOnly_givesFeaturesAsTheSourceCsvDoes() {
    Path file =
        write(
            folder.resolve("t.csv"),
            ("x,class,y\n" + "1,a,2.5\n3,b,4\n-1e3,a,0.1\n7,b,8\n".repeat(3)));
    SourceData data = load(file);
    SourceData csv =
        Datasets.source("csv").load(java.util.Map.of("train", file.toString(), "label", "class"));
    assertThat(data.columns()).isEmpty();
    assertThat(data.name()).isEqualTo("t");
    assertThat(data.classNames()).containsExactly("a", "b");
    assertThat(data.train().rows(0, 4)).containsExactly(1, 2.5f, 3, 4, -1000, 0.1f, 7, 8);
    DataPlan plan = DataPlan.builder("csv").build();
    assertThat(Datasets.build(data, plan, 0).fingerprint())
        .isEqualTo(Datasets.build(csv, plan, 0).fingerprint());
  }

  @Test
  void load_everyKindOfColumn_givesRawValuesAndColumns() {
    SourceData data = load(copy(folder.resolve("t.parquet"), EVERY_KIND));
    assertThat(data.columns().orElseThrow().columns())
        .containsExactly(
            new Column.Numeric("n"),
            new Column.Numeric("d"),
            new Column.Numeric("c"),
            new Column.Numeric("h"),
            new Column.Flag("flag"),
            new Column.Category("colour", List.of("red", "green", "blue")),
            new Column.Vector("v", 2),
            new Column.Vector("a", 2));
    assertThat(data.classNames()).containsExactly("no", "yes");
    assertThat(data.train().rows(3, 1)).containsExactly(3, 0.75f, 0.375f, 3, 0, 0, 3, 3.5f, 3, -3);
    assertThat(data.train().labels()).containsExactly(1, 0, 1, 0, 1, 0);
  }

  @Test
  void load_missingValues_areNaNWhereThePolicyAllows() {
    Path file = write(folder.resolve("t.csv"), "x,c,class\n1,,a\n,u,b\nNaN,v,a\n4,u,b\n");
    SourceData data = load(file, "missing", "flag", "categories", "7");
    assertThat(data.columns().orElseThrow().missing()).isEqualTo(MissingValues.FLAG);
    assertThat(data.columns().orElseThrow().maxCategories()).isEqualTo(7);
    float nan = Float.NaN;
    assertThat(values(data.train())).containsExactly(1, nan, nan, 0, nan, 1, 4, 0);
  }

  @Test
  void load_labels_areTextInTheFile() {
    Path file = write(folder.resolve("t.csv"), "x,class\n1,01\n2,1\n3,01\n4,1\n");
    assertThat(load(file).classNames()).containsExactly("01", "1");
    Path numbers =
        copy(folder.resolve("t.parquet"), "SELECT i AS x, 11 - i AS class FROM range(12) t(i)");
    assertThat(load(numbers).classNames()).startsWith("0", "1", "2").endsWith("10", "11");
    assertThat(load(file, "classes", "[\"1\",\"01\"]").classNames()).containsExactly("1", "01");
  }

  @Test
  void load_splitColumn_givesTheParts() {
    StringBuilder text = new StringBuilder("x,class,part,who,w\n");
    for (int i = 0; i < 12; i++) {
      String part = List.of("train", "Validation", "test").get(i % 3);
      text.append("%d,%s,%s,p%d,%d\n".formatted(i, i / 3 % 2 == 0 ? "a" : "b", part, i, i + 1));
    }
    Path file = write(folder.resolve("t.csv"), text.toString());
    SourceData data = load(file, "split", "part", "id", "who", "weight", "w");
    assertThat(values(data.train())).containsExactly(0, 3, 6, 9);
    assertThat(values(data.validation().orElseThrow())).containsExactly(1, 4, 7, 10);
    assertThat(data.test().orElseThrow().details().ids()).containsExactly("p2", "p5", "p8", "p11");
    assertThat(data.test().orElseThrow().details().weights()).containsExactly(3, 6, 9, 12);
    Dataset cut = Datasets.build(data, DataPlan.builder("table").build(), 0);
    assertThat(cut.protocol())
        .startsWith("validation: the official validation part; test: the official test part");
    assertThat(cut.indices(Split.VALIDATION)).containsExactly(0, 1, 2, 3);
  }
}
