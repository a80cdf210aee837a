package org.limbeck.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.table.Tables.copy;
import static org.limbeck.table.Tables.load;
import static org.limbeck.table.Tables.values;
import static org.limbeck.table.Tables.write;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.data.SourceData;

/** The same table in each kind of file. */
class TableFormatsTest {
  private static final String ROWS =
      "SELECT i / 2.0 AS x, i * i AS y, CASE WHEN i % 2 = 0 THEN '01' ELSE '1' END AS class"
          + " FROM range(4) t(i)";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t.csv",
        "t.csv.gz",
        "t.csv.zst",
        "t.tsv",
        "t.parquet",
        "t.json",
        "t.jsonl",
        "t.ndjson.gz"
      })
  void load_eachFormat_givesTheSameRows(String name) {
    SourceData data = load(copy(folder.resolve(name), ROWS));
    assertThat(data.name()).isEqualTo("t");
    assertThat(data.classNames()).containsExactly("01", "1");
    assertThat(values(data.train())).containsExactly(0, 0, 0.5f, 1, 1, 4, 1.5f, 9);
    assertThat(data.train().labels()).containsExactly(0, 1, 0, 1);
  }

  /** Letters whose second byte in UTF-8 is none of Latin-1, from 0x80 to 0x9f. */
  @ParameterizedTest
  @ValueSource(strings = {"t.csv", "t.csv.gz", "t.csv.zst", "t.tsv"})
  void load_anyLetter_isRead(String name) {
    SourceData data =
        load(
            copy(
                folder.resolve(name),
                "SELECT i AS \"Größe\", ['Ä', '東'][1 + i % 2] AS class FROM range(4) t(i)"));
    assertThat(data.classNames()).containsExactly("Ä", "東");
    assertThat(values(data.train())).containsExactly(0, 1, 2, 3);
  }

  @Test
  void load_globAndList_givesTheRowsOfAllFilesInOrder() {
    copy(folder.resolve("b.csv"), "SELECT 2 AS x, 'u' AS class");
    copy(folder.resolve("a.csv"), "SELECT 1.5 AS x, 'v' AS class");
    SourceData data = load(folder.resolve("*.csv"));
    assertThat(values(data.train())).containsExactly(1.5f, 2);
    assertThat(data.name()).isEqualTo("table");
    String list = "[\"%1$s/b.csv\",\"%1$s/a.csv\"]".formatted(folder);
    assertThat(values(load(list).train())).containsExactly(2, 1.5f);
  }

  @Test
  void load_jsonKeyThatAppearsLate_isAColumn() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      text.append("{\"x\": %d, \"class\": \"k%d\"}\n".formatted(i, i % 2));
    }
    text.append("{\"x\": 1, \"y\": 2.5, \"class\": \"k1\"}\n");
    Path file = write(folder.resolve("t.jsonl"), text.toString());
    assertThatThrownBy(() -> load(file))
        .hasMessageContaining("values are missing in 'y' in 30,000");
    Path broken = write(folder.resolve("b.jsonl"), "{\"x\": 1, \"class\": \"a\"}\n{\"x\": \n");
    assertThatThrownBy(() -> load(broken)).hasMessageContaining("b.jsonl");
  }

  @Test
  void load_utf16_isRead() {
    String text = "x,class\n1,Käse\n2,b\n";
    Path file = write(folder.resolve("t.csv"), "\uFEFF" + text, StandardCharsets.UTF_16LE);
    assertThat(load(file, "encoding", "utf-16").classNames()).containsExactly("Käse", "b");
    assertThat(values(load(file, "encoding", "utf-16").train())).containsExactly(1, 2);
    Path big = write(folder.resolve("b.csv"), text, StandardCharsets.UTF_16);
    assertThatThrownBy(() -> load(big, "encoding", "utf-16"))
        .hasMessageContaining("b.csv:1: big-endian UTF-16; convert it");
  }
}
