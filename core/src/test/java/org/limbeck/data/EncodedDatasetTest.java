package org.limbeck.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.LimbeckException;
import org.limbeck.data.column.Column;
import org.limbeck.data.column.Columns;
import org.limbeck.data.column.FittedColumn;
import org.limbeck.data.column.MissingValues;

class EncodedDatasetTest {
  private static final DataPlan PLAN =
      DataPlan.builder("csv").validation(ValidationFrom.TEST, 0.5).splitSeed(0L).build();

  /**
   * Two columns, a number and a text; {@code last} is the text of the last row of the test part.
   */
  private static SourceData source(
      MissingValues missing, List<String> texts, float number, int last) {
    var train = new float[16];
    var test = new float[16];
    for (int i = 0; i < 8; i++) {
      train[2 * i] = i;
      train[2 * i + 1] = i % 2;
      test[2 * i] = 10 + i;
      test[2 * i + 1] = i % 2;
    }
    test[14] = number;
    test[15] = last;
    int[] labels = {0, 1, 0, 1, 0, 1, 0, 1};
    var columns =
        new Columns(List.of(new Column.Numeric("x"), new Column.Category("t", texts)), missing, 50);
    return source(
        Examples.of(new int[] {2}, train, labels),
        Examples.of(new int[] {2}, test, labels),
        columns);
  }

  private static SourceData source(Examples train, Examples test, Columns columns) {
    return new SourceData(
        "table",
        "",
        List.of("no", "yes"),
        List.of(),
        train,
        Optional.of(test),
        List.of(),
        Optional.of(columns));
  }

  private static Dataset build(SourceData source) {
    return Datasets.build(source, PLAN, 0);
  }

  private static final List<String> TEXTS = List.of("a", "b", "late");

  @Test
  void build_textOfTestAlone_hasNoFeatureAndIsCounted() {
    Dataset data = build(source(MissingValues.REFUSE, TEXTS, 1, 2));
    assertThat(data.encoding().orElseThrow().columns())
        .extracting(FittedColumn::texts)
        .containsExactly(List.of(), List.of("a", "b"));
    assertThat(data.shape()).containsExactly(3);
    assertThat(data.columnNotes()).hasSize(1);
    assertThat(data.columnNotes().get(0))
        .matches("rows with texts that training has not: 't' 1 in (validation|test); .*");
    assertThat(data.notes()).containsAll(data.columnNotes());
  }

  @Test
  void build_valueOfTestAlone_movesNoMean() {
    Dataset low = build(source(MissingValues.MEAN, TEXTS, -1000, 0));
    Dataset high = build(source(MissingValues.MEAN, TEXTS, 1000, 0));
    assertThat(low.encoding()).isEqualTo(high.encoding());
    assertThat(low.normalisation()).isEqualTo(high.normalisation());
    assertThat(low.fingerprint()).isNotEqualTo(high.fingerprint());
  }

  @Test
  void fingerprint_policyLimitTextsOrKind_changesIt() {
    SourceData base = source(MissingValues.MEAN, TEXTS, 1, 0);
    String same = build(source(MissingValues.MEAN, TEXTS, 1, 0)).fingerprint();
    assertThat(build(base).fingerprint()).isEqualTo(same);
    assertThat(build(source(MissingValues.FLAG, TEXTS, 1, 0)).fingerprint()).isNotEqualTo(same);
    assertThat(build(source(MissingValues.MEAN, List.of("a", "c"), 1, 0)).fingerprint())
        .isNotEqualTo(same);
    List<Column> columns = base.columns().orElseThrow().columns();
    Examples test = base.test().orElseThrow();
    var fewer = new Columns(columns, MissingValues.MEAN, 1);
    assertThat(build(source(base.train(), test, fewer)).fingerprint()).isNotEqualTo(same);
    var flag = new Columns(List.of(new Column.Flag("x"), columns.get(1)), MissingValues.MEAN, 50);
    assertThat(build(source(base.train(), test, flag)).fingerprint()).isNotEqualTo(same);
  }

  private static SourceData numbers(MissingValues missing, float ofTest) {
    int[] labels = {0, 1, 0, 1};
    Examples train = Examples.of(new int[] {1}, new float[] {1, 2, 3, 4}, labels);
    Examples test = Examples.of(new int[] {1}, new float[] {1, 2, 3, ofTest}, labels);
    return source(train, test, new Columns(List.of(new Column.Numeric("x")), missing, 50));
  }

  @Test
  void build_numbersWithoutHoles_areLeftAsTheyAre() {
    Dataset data = build(numbers(MissingValues.MEAN, 9));
    assertThat(data.train().values()).isInstanceOf(FloatValues.class);
    assertThat(data.encoding()).isPresent();
    assertThat(data.columnNotes()).isEmpty();
  }

  @Test
  void build_holeInTestAlone_becomesTheMeanOfTraining() {
    Dataset data = build(numbers(MissingValues.FLAG, Float.NaN));
    assertThat(data.shape()).containsExactly(1);
    float[] validation = data.validation().rows(0, data.validation().size());
    float[] raw = new float[1];
    for (int i = 0; i < validation.length; i++) {
      data.validation().raw().read(i, raw, 0);
      assertThat(validation[i]).isEqualTo(Float.isNaN(raw[0]) ? 2.5f : raw[0]);
    }
  }

  @Test
  void select_encodedRows_areTheSameRows() {
    Dataset data = build(source(MissingValues.MEAN, TEXTS, 1, 0));
    Examples train = data.train();
    Examples chosen = train.select(new int[] {5, 2});
    assertThat(chosen.rows(0, 1)).containsExactly(train.rows(5, 1));
    assertThat(chosen.rows(1, 1)).containsExactly(train.rows(2, 1));
  }

  @Test
  void build_weightThatIsNotPositive_isRefusedByRow() {
    SourceData whole = numbers(MissingValues.MEAN, 9);
    for (float bad : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
      var details = new RowDetails(new String[0], new float[] {1, 1, bad, 1});
      SourceData weighted =
          source(
              whole.train().withDetails(details),
              whole.test().orElseThrow(),
              whole.columns().orElseThrow());
      assertThatThrownBy(() -> build(weighted))
          .isInstanceOf(LimbeckException.class)
          .hasMessageContaining("data 'table': the weight of row 3 is " + bad);
    }
  }

  @Test
  void build_missingInManyColumns_namesSomeAndCountsTheRest() {
    int columns = 25;
    var values = new float[columns * 4];
    Arrays.fill(values, 0, columns, Float.NaN);
    int[] labels = {0, 1, 0, 1};
    Examples rows = Examples.of(new int[] {columns}, values, labels);
    List<Column> all =
        IntStream.range(0, columns).<Column>mapToObj(i -> new Column.Numeric("c" + i)).toList();
    assertThatThrownBy(() -> build(source(rows, rows, new Columns(all, MissingValues.REFUSE, 50))))
        .hasMessageContaining("'c19' 1 in training")
        .hasMessageContaining("; and 5 more columns;");
  }
}
