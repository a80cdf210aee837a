package org.limbeck.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.data.ValidationParts.Part;

class ValidationPartsTest {
  private static Examples examples(int... labels) {
    return Examples.of(new int[] {1}, new float[labels.length], labels);
  }

  private static int[] counts(Examples all, int[] rows, int classes) {
    return all.select(rows).classCounts(classes);
  }

  @Test
  void cut_classesOfSeveralSizes_cutsEachByTheShare() {
    int[] labels =
        IntStream.concat(
                IntStream.generate(() -> 0).limit(20), IntStream.generate(() -> 1).limit(3))
            .toArray();
    Examples all = examples(labels);
    ValidationParts parts = ValidationParts.cut(all, 2, 0.3, 7);
    assertThat(counts(all, parts.rows(Part.SECOND), 2)).containsExactly(6, 1);
    assertThat(counts(all, parts.rows(Part.FIRST), 2)).containsExactly(14, 2);
    assertThat(parts.fewestJudging()).isEqualTo(1);
    assertThat(parts.rows(Part.SECOND)).isSorted();
    assertThat(ValidationParts.cut(all, 2, 0.3, 7).rows(Part.FIRST))
        .isEqualTo(parts.rows(Part.FIRST));
    assertThat(ValidationParts.cut(all, 2, 0.3, 8).rows(Part.FIRST))
        .isNotEqualTo(parts.rows(Part.FIRST));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 0.99})
  void cut_twoExamples_putsOneInEachPart(double judge) {
    ValidationParts parts = ValidationParts.cut(examples(0, 0, 1, 1), 2, judge, 0);
    assertThat(parts.rows(Part.FIRST)).hasSize(2);
    assertThat(parts.rows(Part.SECOND)).hasSize(2);
  }

  /** Every class has to drive, and what drives does not judge. */
  @Test
  void cut_classWithOneExample_drivesInBothRolesAndJudgesInNone() {
    ValidationParts parts = ValidationParts.cut(examples(0, 0, 0, 0, 1), 2, 0.5, 0);
    for (Part part : Part.values()) {
      assertThat(parts.driving(part)).hasSize(3).contains(4);
      assertThat(parts.rows(part)).hasSize(2).doesNotContain(4);
    }
    assertThat(parts.fewestJudging()).isZero();
  }

  @Test
  void cut_judgeOfNothing_drivesWithAll() {
    ValidationParts parts = ValidationParts.cut(examples(0, 0, 1, 1), 2, 0, 0);
    assertThat(parts.rows(Part.SECOND)).isEmpty();
    assertThat(parts.driving(Part.FIRST)).hasSize(4);
  }

  @Test
  void cut_groups_cutsEachClassInEachGroup() {
    int[] labels = IntStream.range(0, 40).map(i -> i % 2).toArray();
    int[] groups = IntStream.range(0, 40).map(i -> i / 20).toArray();
    Examples all = examples(labels).withGroups(groups);
    int[] second = ValidationParts.cut(all, 2, 0.5, 0).rows(Part.SECOND);
    int[] cells = new int[4];
    Arrays.stream(second).forEach(row -> cells[2 * groups[row] + labels[row]]++);
    assertThat(cells).containsExactly(5, 5, 5, 5);
  }
}
