package org.limbeck.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.table.Tables.copy;
import static org.limbeck.table.Tables.load;
import static org.limbeck.table.Tables.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.data.SourceData;

class BadTablesTest {
  @TempDir private Path folder;

  private Path csv(String text) {
    return write(folder.resolve("t.csv"), text);
  }

  private Path parquet(String select) {
    return copy(folder.resolve("t.parquet"), select);
  }

  private static void refused(Path file, String message, String... options) {
    assertThatThrownBy(() -> load(file, options))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(message);
  }

  @Test
  void load_raggedRow_isNamedWithLineAndColumn() {
    String rows = "1,2,a\n3,4,b\n";
    refused(
        csv("x,y,class\n" + rows + "5,6,7,a\n" + rows),
        "t.csv:4: column 4: expected 3 values, found 4");
    refused(
        csv("x,y,class\n" + rows + "5,6\n" + rows),
        "t.csv:4: column 2: expected 3 values, found 2");
    refused(
        csv("x,y,class\n" + "1,2,a\n".repeat(40_000) + "5\n"), "t.csv:40002: column 1: expected");
    refused(csv("x,y,class\n1,\"2,a\n3,4,b\n"), "t.csv:2: ");
  }

  @Test
  void load_rowWithSeveralFaults_isNamedOnce() {
    assertThatThrownBy(() -> load(csv("a,b,c,d,class\n1,2,3,4,x\n1\n1,2,3,4,y\n")))
        .isInstanceOf(LimbeckException.class)
        .hasMessageMatching("[^\n]*t\\.csv:3: column 1: expected 5 values, found 1[^\n]*");
  }

  @Test
  void load_decimalCommas_areRefusedUntilTheyAreNamed() {
    Path file = csv("wing;code;class\n1,5;7,1;a\n-2,25;8,2;b\n3;9,3;a\n");
    refused(file, "t.csv:2: numbers with decimal commas in 'wing', 'code'; set data.decimal: ','");
    assertThat(Tables.values(load(file, "decimal", ",", "ignore", "code").train()))
        .containsExactly(1.5f, -2.25f, 3);
    refused(file, "decimal commas in 'wing';", "text", "code");
  }

  @Test
  void load_fractionsAsLabels_areRefusedUntilTheyAreNames() {
    Path file = csv("x,class\n1,0.0\n2,1.0\n3,0.0\n");
    refused(file, "data.label: column 'class' has numbers with fractions, such as 0.0");
    assertThat(load(file, "text", "class").classNames()).containsExactly("0.0", "1.0");
  }

  @Test
  void load_textInANumber_isNamedWithLineAndColumn() {
    refused(
        csv("x,class\n" + "1,a\n2,b\n".repeat(20_000) + "many,a\n"),
        "t.csv:40002: column 'x': could not convert string \"many\" to 'DOUBLE'; correct it, or name what stands for missing values in data.nulls");
    assertThat(
            load(csv("x,class\n1,a\n?,b\n2,a\n4,b\n"), "nulls", "?", "missing", "mean")
                .train()
                .size())
        .isEqualTo(4);
  }

  @Test
  void load_latin1_isReadWithItsEncodingOnly() {
    Path file =
        write(folder.resolve("t.csv"), "x,class\n1,Käse\n2,Brot\n", StandardCharsets.ISO_8859_1);
    refused(file, "t.csv:2: column 2: not UTF-8; set data.encoding, for example to latin-1");
    assertThat(load(file, "encoding", "latin1").classNames()).containsExactly("Brot", "Käse");
    refused(file, "data.encoding: tables are read in UTF-8", "encoding", "windows-1252");
    Path names =
        write(folder.resolve("t.csv"), "Größe,class\n1,a\n2,b\n", StandardCharsets.ISO_8859_1);
    refused(names, "t.csv:1: not UTF-8; set data.encoding");
    Path marked = csv("\uFEFFx,class\n1,a\n2,b\n");
    assertThat(Tables.values(load(marked).train())).containsExactly(1, 2);
  }

  @Test
  void load_otherMarks_areKeys() {
    Path comma = csv("x;y;class\n1,5;2;a\n3,5;4;b\n");
    assertThat(Tables.values(load(comma, "decimal", ",").train()))
        .containsExactly(1.5f, 2, 3.5f, 4);
    Path quote = csv("x|'y z'|class\n1|2|'a|b'\n3|4|c\n");
    assertThat(load(quote, "quote", "'", "separator", "|").classNames())
        .containsExactly("a|b", "c");
    Path bare = csv("1,2,a\n3,4,b\n");
    assertThat(load(bare, "header", "false", "label", "column2").train().size()).isEqualTo(2);
    Path tabs = write(folder.resolve("t.tsv"), "x\tclass\n1\ta,b\n2\tc\n");
    assertThat(load(tabs).classNames()).containsExactly("a,b", "c");
    refused(bare, "data.separator: expected one character, or tab, found '::'", "separator", "::");
  }

  @Test
  void load_header_isChecked() {
    refused(csv("x,x,class\n1,2,a\n"), "t.csv:1: column 'x' occurs twice");
    refused(csv("A,a,class\n1,2,a\n"), "t.csv:1: column 'a' occurs twice");
    refused(csv("x,,class\n1,2,a\n"), "t.csv:1: column 2 has no name");
    refused(csv(""), "t.csv: the file is empty");
    refused(csv("x,class\n"), "data.from: no rows");
    refused(csv("x,klass\n1,a\n"), "data.label: no column 'class'; did you mean 'klass'?");
  }

  @Test
  void load_label_isChecked() {
    refused(
        csv("x,class\n1,a\n2,a\n"), "data.label: all 2 rows of column 'class' have the label 'a'");
    refused(csv("x,class\n1,a\n2,\n3,b\n"), "data.from: row 2, column 'class': no value");
    refused(
        csv("x,b c\n1,a\n2,\"\"\n3,b\n"),
        "leave such rows out with data.where: (\"b c\" <> ''), or fill them in",
        "label",
        "b c");
    refused(
        parquet("SELECT i AS x, CASE WHEN i < 3 THEN i END AS class FROM range(9) t(i)"),
        "leave such rows out with data.where: (\"class\" IS NOT NULL)");
    refused(
        parquet("SELECT i AS x, i / 2.0 AS class FROM range(4) t(i)"),
        "data.label: column 'class' has numbers with fractions (DOUBLE");
    refused(
        parquet("SELECT i AS x, 'k' || i AS class FROM range(100000) t(i)"),
        "data.label: column 'class' has more than 20,000 different labels");
    refused(
        parquet("SELECT i AS x, 'k' || i // 2 * 2 AS class FROM range(300) t(i)"),
        "different labels",
        "where",
        "x % 2 = 0");
    refused(
        parquet("SELECT i AS x, DATE '2020-01-01' AS class FROM range(4) t(i)"),
        "data.label: column 'class' is DATE");
  }

  @Test
  void load_missingValues_areCountedByColumn() {
    refused(
        csv("x,y,z,class\n1,,u,a\n,,v,b\n3,NaN,,a\n4,1,u,b\n"),
        "data.missing: of 4 rows, values are missing in 'x' in 1, 'y' in 3, 'z' in 1; set data.missing: mean");
  }

  @Test
  void load_infinity_isNamedWithRowAndColumn() {
    refused(csv("x,class\n1,a\ninf,b\n"), "data.from: row 2, column 'x': infinite");
    refused(
        parquet(
            "SELECT CASE WHEN i = 2 THEN 1e300 ELSE 1e3 END AS x, 'k' || i % 2 AS class FROM range(4) t(i)"),
        "data.from: row 3, column 'x': 1.0E300 is too large for float32");
  }

  @Test
  void load_columnsThatAreNoFeatures_comeWithAdvice() {
    Path file =
        parquet(
            "SELECT i AS x, DATE '2020-01-01' + i::INTEGER AS born, {'a': i} AS s, [[i]] AS ll,"
                + " NULL::VARCHAR AS empty, 'k' || i % 2 AS class FROM range(40) t(i)");
    refused(
        file,
        "column 'born' has dates or times (DATE), which are not features: name it in data.ignore");
    refused(file, "column 's' is STRUCT(a BIGINT), which is not a feature");
    refused(file, "column 'll' is BIGINT[][]");
    String ignored = "[\"born\",\"s\",\"ll\"]";
    assertThat(load(file, "ignore", ignored, "missing", "mean").notes())
        .containsExactly(
            "column 'x' counts the rows; it is not a feature: name it in data.id or data.ignore",
            "column 'empty' has the same text in all rows; it can be left out with data.ignore");
    refused(file, "data.ignore: no column 'bron'; did you mean 'born'?", "ignore", "bron");
  }

  @Test
  void load_idLikeText_isPointedOut() {
    Path file =
        parquet(
            "SELECT 'user' || i AS who, i * i % 7 AS x, 'k' || i % 2 AS class FROM range(50) t(i)");
    assertThat(load(file).notes())
        .containsExactly(
            "column 'who' has 50 different texts in 50 rows, like names of rows; name it in data.id or data.ignore");
    Path many = parquet("SELECT 'user' || i AS who, 'k' || i % 2 AS class FROM range(100001) t(i)");
    refused(many, "column 'who': more than 100,000 different texts");
    Path marks =
        csv(
            "x,class\n?,a\n"
                + IntStream.range(0, 40).mapToObj(i -> i + ",b\n").collect(Collectors.joining()));
    assertThat(load(marks).notes())
        .containsExactly(
            "column 'x' is text because of '?' (%s:2): 1 of 41 values are not numbers; if they stand for missing values, name them in data.nulls, else correct them, or name the column in data.text"
                .formatted(marks));
    assertThat(load(marks, "text", "x").notes().get(0)).contains("like names of rows");
    assertThat(load(marks, "sql", "SELECT x AS z, class FROM data").notes().get(0))
        .contains("column 'z' is text because of '?' (data.from: row 1 of data.sql)");
  }

  @Test
  void load_numbersAsText_arePointedOut() {
    Path file = parquet("SELECT i % 7 || ',5' AS x, 'k' || i % 2 AS class FROM range(30) t(i)");
    assertThat(load(file).notes().get(0))
        .startsWith("column 'x' is text, but its values look like numbers, such as '0,5'");
    assertThat(load(file, "text", "x").notes()).isEmpty();
  }

  @Test
  void load_lists_haveOneLength() {
    Path file = parquet("SELECT range(1 + i % 2) AS v, 'k' || i % 3 AS class FROM range(9) t(i)");
    refused(file, "data.from: row 2, column 'v': a list of 2 numbers, that of the first row has 1");
    Path hole = parquet("SELECT [i, NULL] AS v, 'k' || i % 3 AS class FROM range(9) t(i)");
    refused(hole, "values are missing in 'v' in 9");
    Path endless = parquet("SELECT [1, 'inf'::FLOAT] AS v, 'k' || i AS class FROM range(9) t(i)");
    refused(endless, "data.from: row 1, column 'v': number 2 of the list is infinite");
  }

  @Test
  void load_holesInLists_areMissingValues() {
    Path file =
        parquet(
            "SELECT [i, CASE WHEN i > 0 THEN 2.5 END] AS v, 'k' || i % 3 AS class FROM range(3) t(i)");
    SourceData data = load(file, "missing", "mean");
    assertThat(Tables.values(data.train())).containsExactly(0, Float.NaN, 1, 2.5f, 2, 2.5f);
  }

  @Test
  void load_truncatedParquet_isNamed() throws IOException {
    Path file = parquet("SELECT i AS x, 'k' || i % 3 AS class FROM range(900) t(i)");
    byte[] bytes = Files.readAllBytes(file);
    String remedy = "not a whole Parquet file; it may have been cut off, so copy it again";
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));
    refused(file, "t.parquet: " + remedy);
    Files.write(file, new byte[0]);
    refused(file, "t.parquet: " + remedy);
  }

  @Test
  void load_hundredThousandColumns_areRefused() {
    String names =
        IntStream.range(0, 100_000).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
    refused(csv(names + ",class\n"), "t.csv: 100,001 columns, at most 20,000 are read");
  }

  @Test
  void load_globWithDifferentColumns_isRefused() {
    copy(folder.resolve("p1.parquet"), "SELECT 1 AS x, 'a' AS class");
    copy(folder.resolve("p2.parquet"), "SELECT 1.5 AS x, 2 AS y, 'b' AS class");
    refused(folder.resolve("p*.parquet"), "'x' is DECIMAL(2,1), not INTEGER, 'y' is new");
    write(folder.resolve("c1.csv"), "x,class\n1,a\n");
    write(folder.resolve("c2.csv"), "class,x\nb,2\n");
    refused(
        folder.resolve("c*.csv"),
        "c2.csv:1: its columns class, x differ from the columns x, class of");
    refused(folder.resolve("*1.*"), "are of different kinds");
    refused(folder.resolve("q*.csv"), "q*.csv: no such file");
  }

  @Test
  void load_weightsAndIds_areChecked() {
    Path file = csv("n,w,x,class\nu,1,1,a\nv,0,2,b\nu,1,3,a\n");
    refused(file, "data.from: row 2, column 'w': a weight of 0.0", "weight", "w");
    refused(file, "data.from: row 3, column 'n': 'u' occurs twice", "id", "n");
    refused(file, "data.weight: column 'n' is VARCHAR; weights are numbers", "weight", "n");
    refused(file, "data.id: 'class' is the column of data.label too", "id", "class");
  }

  @Test
  void load_parts_areChecked() {
    Path train = csv("x,class\n1,a\n2,b\n3,a\n4,b\n");
    Path test = write(folder.resolve("test.csv"), "x,class\n1,a\n2,c\n");
    refused(train, "no row of the training part has the label 'c'", "test", test.toString());
    refused(train, "data.test: ", "test", train.toString());
    write(test, "y,class\n1,a\n");
    refused(
        train,
        "data.test: column 'x' is missing, in data.from it is DOUBLE",
        "test",
        test.toString());
    refused(train, "data.split: given together with files", "test", test.toString(), "split", "x");
    refused(csv("x,s,class\n1,train,a\n2,later,b\n"), "'later' is no split", "split", "s");
    refused(
        train, "data.classes: the table has labels that are not listed: b", "classes", "[\"a\"]");
    refused(train, "data.classes: no row has the label c", "classes", "[\"a\",\"b\",\"c\"]");
  }

  @Test
  void load_sql_isOneSelectOverTheFile() {
    Path file = csv("x,class\n1,a\n2,b\n3,a\n");
    assertThat(
            load(file, "sql", "WITH t AS (FROM data) SELECT x * 10 AS x, class FROM t WHERE x > 1")
                .train()
                .size())
        .isEqualTo(2);
    assertThat(load(file, "sql", "SELECT * FROM data ; \n;").train().size()).isEqualTo(3);
    refused(
        file,
        "data.sql: two columns are called 'x' and 'X'; give one another name with AS",
        "sql",
        "SELECT x, 2 AS X, class FROM data");
    refused(file, "data.sql: two columns are called 'x'", "sql", "SELECT x, x, class FROM data");
    refused(file, "data.sql: one SELECT statement is expected", "sql", "COPY data TO 'x.csv'");
    refused(file, "data.sql: not valid SQL: syntax error", "sql", "SELEKT 1");
    refused(file, "data.where: not valid SQL", "where", "x >");
    refused(file, "data.where: Binder Error", "where", "xx > 1");
    refused(file, "no rows; see the condition in data.where", "where", "x > 9");
  }

  @Test
  void load_codeThatSqlRenames_isTextIfNamed() {
    Path file = csv("x,kind\n" + "1,1\n2,2\n".repeat(40_000) + "3,01\n");
    String sql = "SELECT x, kind AS class FROM data";
    refused(
        file,
        "if they are codes, name the column of the file that they come from in data.text",
        "sql",
        sql);
    assertThat(load(file, "sql", sql, "text", "kind").classNames())
        .containsExactlyInAnyOrder("1", "01", "2");
    String texts = "SELECT x, 'k' || kind AS class FROM data";
    refused(file, "data.text: no column 'knd'; did you mean 'kind'?", "sql", texts, "text", "knd");
  }

  @Test
  void load_conditionWithASubquery_keepsTheOrder() {
    Path file =
        parquet(
            "SELECT i AS x, 'k' || i % 2 AS class, hash(i) % 1000 AS g FROM range(600000) t(i)");
    float[] rows =
        Tables.values(
            load(file, "where", "x IN (SELECT x FROM data WHERE g < 900)", "features", "x")
                .train());
    assertThat(rows).isSorted();
  }

  @Test
  void load_idInTwoParts_isRefused() {
    Path train =
        copy(
            folder.resolve("train.csv"),
            "SELECT i AS id, i AS x, 'k' || i AS class FROM range(3) t(i)");
    Path test = copy(folder.resolve("test.csv"), "SELECT 2 AS id, 7 AS x, 'k0' AS class");
    assertThatThrownBy(() -> load(train, "test", test.toString(), "id", "id"))
        .hasMessageContaining(
            "data.test: row 1, column 'id': '2' occurs twice, first in a row of data.from");
    assertThatThrownBy(() -> load(train, "test", test.toString(), "where", "x < 5"))
        .hasMessageContaining("data.test: no rows; see the condition in data.where");
  }
}
