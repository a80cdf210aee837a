package org.limbeck.data.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.LimbeckException;
import org.limbeck.base.Json;
import org.limbeck.data.Examples;

class EncoderTest {
  private static final float NAN = Float.NaN;
  private static final List<String> TEXTS = List.of("c", "a", "b", "", "later");

  private static RawRows rows(int width, float... values) {
    return RandomTable.raw(Examples.of(new int[] {width}, values, new int[values.length / width]));
  }

  private static Encoder fit(Column column, MissingValues missing, int limit, float... train) {
    return Encoder.fit(
        new Columns(List.of(column), missing, limit), rows(column.rawWidth(), train));
  }

  private static float[] encoded(Encoder encoder, float... raw) {
    var features = new float[encoder.features() + 2];
    encoder.encode(raw, features, 1);
    assertThat(features[0]).isZero();
    assertThat(features[features.length - 1]).isZero();
    return Arrays.copyOfRange(features, 1, features.length - 1);
  }

  @Test
  void fit_numbers_takesTheMeanOfThoseThatAreThere() {
    Encoder encoder = fit(new Column.Numeric("x"), MissingValues.MEAN, 9, 1, NAN, 4, NAN);
    assertThat(encoder.encoding().columns().get(0).means()).containsExactly(2.5f);
    assertThat(encoded(encoder, NAN)).containsExactly(2.5f);
    assertThat(encoded(encoder, -7)).containsExactly(-7);
  }

  @Test
  void fit_flagPolicy_addsAFeatureWhereTrainingLacksValuesOnly() {
    Encoder holes = fit(new Column.Flag("x"), MissingValues.FLAG, 9, 1, NAN);
    assertThat(encoded(holes, NAN)).containsExactly(1, 1);
    assertThat(encoded(holes, 0)).containsExactly(0, 0);
    Encoder whole = fit(new Column.Flag("x"), MissingValues.FLAG, 9, 1, 0);
    assertThat(encoded(whole, NAN)).containsExactly(0.5f);
    assertThat(whole.keepsValues()).isTrue();
  }

  @Test
  void fit_texts_ordersThemByFrequencyThenByText() {
    float[] train = {0, 0, 2, 1, 2, 1, 1};
    Encoder encoder = fit(new Column.Category("t", TEXTS), MissingValues.MEAN, 9, train);
    assertThat(encoder.encoding().featureNames()).containsExactly("t=a", "t=b", "t=c");
    Encoder two = fit(new Column.Category("t", TEXTS), MissingValues.MEAN, 2, train);
    assertThat(two.encoding().featureNames()).containsExactly("t=a", "t=b", "t (other)");
    assertThat(encoded(two, 1)).containsExactly(1, 0, 0);
    assertThat(encoded(two, 0)).containsExactly(0, 0, 1);
  }

  @Test
  void encode_textThatTrainingHasNot_isOtherWhereOtherWasLearned() {
    Encoder two = fit(new Column.Category("t", TEXTS), MissingValues.MEAN, 2, 0, 1, 2);
    assertThat(encoded(two, 4)).containsExactly(0, 0, 1);
    Encoder all = fit(new Column.Category("t", TEXTS), MissingValues.MEAN, 3, 0, 1, 2);
    assertThat(encoded(all, 4)).containsExactly(0, 0, 0);
  }

  @Test
  void encode_missingText_hasNoFeatureButItsFlag() {
    Encoder encoder = fit(new Column.Category("t", TEXTS), MissingValues.FLAG, 1, 0, 3, NAN, 1);
    assertThat(encoder.encoding().featureNames())
        .containsExactly("t=a", "t (other)", "t (missing)");
    assertThat(encoded(encoder, NAN)).containsExactly(0, 0, 1);
    assertThat(encoded(encoder, 3)).containsExactly(0, 0, 1);
    assertThat(encoded(encoder, 2)).containsExactly(0, 1, 0);
  }

  @Test
  void encode_vector_replacesEachPlaceByItsMean() {
    Encoder encoder = fit(new Column.Vector("v", 2), MissingValues.FLAG, 9, 1, 10, NAN, NAN, 3, 30);
    assertThat(encoder.encoding().featureNames()).containsExactly("v[0]", "v[1]", "v (missing)");
    assertThat(encoded(encoder, NAN, NAN)).containsExactly(2, 20, 1);
    assertThat(encoded(encoder, NAN, 5)).containsExactly(2, 5, 1);
    assertThat(encoded(encoder, 7, 5)).containsExactly(7, 5, 0);
  }

  @Test
  void encode_severalColumns_putsFlagsLast() {
    var columns =
        new Columns(
            List.of(
                new Column.Numeric("x"), new Column.Category("t", TEXTS), new Column.Numeric("y")),
            MissingValues.FLAG,
            9);
    Encoder encoder = Encoder.fit(columns, rows(3, NAN, 0, 2, 1, NAN, 4));
    assertThat(encoder.encoding().featureNames())
        .containsExactly("x", "t=c", "y", "x (missing)", "t (missing)");
    assertThat(encoded(encoder, NAN, NAN, NAN)).containsExactly(1, 0, 3, 1, 1);
  }

  @Test
  void fit_columnWithoutAValue_isNamed() {
    assertThatThrownBy(() -> fit(new Column.Numeric("x"), MissingValues.MEAN, 9, NAN, NAN))
        .isInstanceOf(LimbeckException.class)
        .hasMessage("column 'x': no row of the training split has a value; leave the column out");
    assertThatThrownBy(() -> fit(new Column.Category("t", TEXTS), MissingValues.MEAN, 9, NAN, 3))
        .hasMessageStartingWith("column 't': no row");
    assertThatThrownBy(() -> fit(new Column.Vector("v", 2), MissingValues.MEAN, 9, 1, NAN))
        .hasMessageStartingWith("column 'v': no row of the training split has a value in each");
  }

  @Test
  void fit_infiniteValue_isRefusedByName() {
    assertThatThrownBy(
            () -> fit(new Column.Numeric("x"), MissingValues.MEAN, 9, Float.NEGATIVE_INFINITY))
        .isInstanceOf(LimbeckException.class)
        .hasMessage(
            "column 'x': a value is -Infinity; replace it in the data, or leave the column out");
  }

  @Test
  void count_byClass_tellsMissingUnseenAndRareApart() {
    Encoder encoder = fit(new Column.Category("t", TEXTS), MissingValues.MEAN, 1, 1, 1, 2);
    List<ColumnCounts> counts =
        encoder.count(rows(1, 1, NAN, 4, 2, 4, 3), new int[] {0, 0, 0, 0, 1, 1}, 2);
    assertThat(counts)
        .containsExactly(new ColumnCounts("t", List.of(1, 1), List.of(1, 1), List.of(2, 1)));
    assertThat(counts.get(0).rare()).containsExactly(1, 0);
    assertThat(encoder.count(rows(1, 1, 1), new int[2], 2)).isEmpty();
  }

  @Test
  void encoding_asJson_readsBackTheSame() throws Exception {
    var table = new RandomTable(3);
    Columns columns = table.columns(9, MissingValues.FLAG, 2);
    Encoding encoding =
        Encoder.fit(columns, RandomTable.raw(table.rows(columns, 60, 0.2))).encoding();
    assertThat(Json.read(Json.canonical(encoding), Encoding.class)).isEqualTo(encoding);
  }
}
