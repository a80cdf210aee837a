package org.limbeck.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Datasets;
import org.limbeck.data.MappedFloats;
import org.limbeck.data.SourceData;
import org.limbeck.table.scan.TableOptions;

class TableCacheTest {
  private static final long SMALL = 1000;
  private static final String ROWS =
      "SELECT i AS id, i / 7.0 AS x, CASE WHEN i % 9 > 0 THEN 'c' || i % 5 END AS c, [i, 1] AS v,"
          + " 'k' || i % 3 AS class, 'g' || i % 2 AS g, 1 + i AS w FROM range(600) t(i)";

  @TempDir private Path folder;

  private SourceData load(Map<String, String> options, long heap) {
    TableOptions parsed = TableOptions.of(options);
    TableContent content = new TableCache(folder.resolve("cache"), heap).load(parsed, options);
    return new TableData(parsed, content).data("t");
  }

  private Map<String, String> options() {
    Path file = Tables.copy(folder.resolve("t.parquet"), ROWS);
    return Tables.options(file, "id", "id", "group", "g", "weight", "w", "missing", "mean");
  }

  private static String fingerprint(SourceData data) {
    return Datasets.build(data, DataPlan.builder("table").build(), 0).fingerprint();
  }

  private List<Path> cached() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      return files.toList();
    }
  }

  @Test
  void load_largeTable_isMappedAndEqualToTheSmallOne() throws IOException {
    Map<String, String> options = options();
    SourceData inMemory = load(options, FloatRows.USUAL_HEAP);
    assertThat(folder.resolve("cache")).doesNotExist();
    SourceData written = load(options, SMALL);
    SourceData read = load(options, SMALL);
    assertThat(cached()).hasSize(1).allMatch(file -> file.toString().endsWith(".rows"));
    for (SourceData data : List.of(written, read)) {
      assertThat(data.train().values()).isInstanceOf(MappedFloats.class);
      assertThat(data.columns()).isEqualTo(inMemory.columns());
      assertThat(data.groupNames()).containsExactly("g0", "g1");
      assertThat(data.notes()).isEqualTo(inMemory.notes());
      assertThat(data.train().details().ids()).isEqualTo(inMemory.train().details().ids());
      assertThat(data.train().details().weights()).isEqualTo(inMemory.train().details().weights());
      assertThat(Tables.values(data.train())).isEqualTo(Tables.values(inMemory.train()));
      assertThat(fingerprint(data)).isEqualTo(fingerprint(inMemory));
    }
  }

  @Test
  void load_damagedCache_isReadAgain() throws IOException {
    Map<String, String> options = options();
    SourceData first = load(options, SMALL);
    Path file = cached().get(0);
    for (int place : new int[] {5, 40, (int) Files.size(file) - 3, (int) Files.size(file) - 60}) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[place] ^= 1;
      Files.delete(file); // the mapped one stays as it is
      Files.write(file, bytes);
      assertThat(fingerprint(load(options, SMALL))).isEqualTo(fingerprint(first));
    }
    assertThat(cached()).hasSize(1);
  }

  @Test
  void load_changedFileOrOption_isReadAgain() throws IOException {
    Map<String, String> options = options();
    load(options, SMALL);
    options.put("where", "id < 500");
    assertThat(load(options, SMALL).train().size()).isEqualTo(500);
    Tables.copy(folder.resolve("t.parquet"), ROWS.replace("600", "580"));
    options.remove("where");
    assertThat(load(options, SMALL).train().size()).isEqualTo(580);
    assertThat(cached()).hasSize(3);
  }
}
