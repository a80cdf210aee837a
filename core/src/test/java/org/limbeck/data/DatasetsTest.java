package org.limbeck.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.LimbeckException;
import org.limbeck.data.csv.CsvSource;
import org.limbeck.data.csv.DigitsSource;
import org.limbeck.testing.Vectors;

class DatasetsTest {
  @Test
  void sourceData_oneClassOrOneGroup_isRefused() {
    Examples two = Examples.of(new int[] {1}, new float[] {1, 2}, new int[] {0, 0});
    assertThatThrownBy(() -> new SourceData("d", "", List.of("a"), two, Optional.empty()))
        .isInstanceOf(LimbeckException.class)
        .hasMessage("data 'd': one class only, 'a': a classifier tells two classes or more apart");
    List<String> classes = List.of("a", "b");
    assertThatThrownBy(
            () -> new SourceData("d", "", classes, List.of("g"), two, Optional.empty(), List.of()))
        .hasMessage("data 'd': one group only, 'g'; leave groups out");
  }

  private static final LongTail TAIL = new LongTail(50, LongTail.Order.LABEL);

  static Stream<JsonNode> longTails() {
    return Vectors.cases("long-tail");
  }

  @ParameterizedTest
  @MethodSource("longTails")
  void counts_vectors_agree(JsonNode expected) {
    var tail = new LongTail(expected.get("imbalanceRatio").doubleValue(), LongTail.Order.LABEL);
    int[] counts =
        tail.counts(expected.get("largest").intValue(), expected.get("classes").intValue());
    assertThat(counts).containsExactly(Vectors.ints(expected.get("counts")));
    assertThat(Arrays.stream(counts).sum()).isEqualTo(expected.get("total").intValue());
  }

  @Test
  void digits_source_hasTheOfficialParts() {
    SourceData digits = new DigitsSource().load(Map.of());
    assertThat(digits.train().classCounts(10))
        .containsExactly(376, 389, 380, 389, 387, 376, 377, 387, 380, 382);
    assertThat(digits.test().orElseThrow().classCounts(10))
        .containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
    assertThat(digits.train().rows(0, 100)).containsAnyOf(16f).doesNotContain(17f);
  }

  @Test
  void build_longTail_cutsDisjointSplitsWithTheTailInTrainOnly() {
    Dataset data = Datasets.build(DataPlan.of("digits", TAIL), 0);
    int[] train = data.classCounts(Split.TRAIN);
    assertThat(train).containsExactly(TAIL.counts(train[0], 10));
    assertThat(train[9]).isEqualTo(train[0] / 50);
    assertThat(Arrays.stream(data.classCounts(Split.VALIDATION)).boxed())
        .allMatch(count -> count >= 94 && count <= 98);
    assertThat(data.test().size()).isEqualTo(1797);
    assertThat(data.indices(Split.TRAIN)).doesNotContain(data.indices(Split.VALIDATION));
    assertThat(IntStream.of(data.indices(Split.TRAIN)).distinct().count())
        .isEqualTo(data.train().size());
  }

  @Test
  void build_sameSeed_sameFingerprint_otherSeed_other() {
    DataPlan plan = new DataPlan("digits", Map.of(), ValidationFrom.TRAIN, 0.25, 0.25, TAIL, null);
    String zero = Datasets.build(plan, 0).fingerprint();
    assertThat(Datasets.build(plan, 0).fingerprint()).isEqualTo(zero);
    assertThat(Datasets.build(plan, 1).fingerprint()).isNotEqualTo(zero);
    assertThat(Datasets.build(DataPlan.of("digits", TAIL), 1).fingerprint()).isEqualTo(zero);
  }

  @Test
  void build_randomOrder_putsTheTailOnClassesOfTheSeed() {
    var random = new LongTail(50, LongTail.Order.RANDOM);
    int[] counts = Datasets.build(DataPlan.of("digits", random), 0).classCounts(Split.TRAIN);
    int[] label = Datasets.build(DataPlan.of("digits", TAIL), 0).classCounts(Split.TRAIN);
    assertThat(counts).isNotEqualTo(label);
    assertThat(counts).containsExactlyInAnyOrder(label);
  }

  @Test
  void build_ratioThatEmptiesAClass_isRefusedByName() {
    var steep = new LongTail(5000, LongTail.Order.LABEL);
    assertThatThrownBy(() -> Datasets.build(DataPlan.of("digits", steep), 0))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("data.longTail.ratio: 5000.0 leaves class '6' of 'digits'")
        .hasMessageContaining("use a ratio of 282 or less");
  }

  @Test
  void source_misspelt_suggestsTheNearest() {
    assertThatThrownBy(() -> Datasets.source("digit"))
        .hasMessage("no data source 'digit'; did you mean 'digits'?");
  }

  @Test
  void csv_withoutTestFile_holdsAShareOut(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("beans.csv");
    var text = new StringBuilder("\uFEFFwidth,kind,height\r\n");
    for (int i = 0; i < 40; i++) {
      text.append(i).append(i % 2 == 0 ? ",round," : ",long,").append(-i).append("\r\n");
    }
    Files.writeString(file, text);
    DataPlan plan =
        new DataPlan(
            "csv",
            Map.of("train", file.toString(), "label", "kind"),
            ValidationFrom.TRAIN,
            0.25,
            0.2,
            null,
            0L);
    Dataset data = Datasets.build(plan, 0);
    assertThat(data.name()).isEqualTo("beans");
    assertThat(data.classNames()).containsExactly("long", "round");
    assertThat(data.shape()).containsExactly(2);
    assertThat(data.classCounts(Split.TEST)).containsExactly(4, 4);
    assertThat(data.classCounts(Split.VALIDATION)).containsExactly(4, 4);
    assertThat(data.classCounts(Split.TRAIN)).containsExactly(12, 12);
  }

  @ParameterizedTest
  @MethodSource("badTables")
  void csv_badContent_isRefusedWithPlace(String content, String message, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, content);
    var source = new CsvSource();
    assertThatThrownBy(() -> source.load(Map.of("train", file.toString())))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(message);
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> badTables() {
    return Stream.of(
        args("", "the file is empty"),
        args("a,class\n", "no row after the header"),
        args("a,b\n1,2\n", "no column 'class'"),
        args("class\nx\n", "no feature column"),
        args("a,class\n1,x\n2\n", "line 3: expected 2 fields as in the header, found 1"),
        args(
            "a,class\n1,x\n?,y\n",
            "line 3, column 'a': expected a number such as -1.25, found '?'"),
        args("a,class\nNaN,x\n", "line 2, column 'a': expected a finite number, found NaN"));
  }

  private static org.junit.jupiter.params.provider.Arguments args(String text, String message) {
    return org.junit.jupiter.params.provider.Arguments.of(text, message);
  }

  @Test
  void normalisation_constantFeature_keepsDeviationOne() {
    var examples = Examples.of(new int[] {2}, new float[] {1, 5, 3, 5}, new int[] {0, 1});
    Normalisation normalisation = Normalisation.of(examples);
    assertThat(normalisation.mean()).containsExactly(2, 5);
    assertThat(normalisation.deviation()).containsExactly(1, 1);
  }

  @Test
  void normalisation_smallAndShiftedFeatures_areScaledToo() {
    float[] values = {1e-8f, 1_000_000f, 3e-8f, 1_000_008f};
    var examples = Examples.of(new int[] {2}, values, new int[] {0, 1});
    assertThat(Normalisation.of(examples).deviation())
        .usingComparatorWithPrecision(1e-3f)
        .containsExactly(1e-8f, 4f);
  }
}
