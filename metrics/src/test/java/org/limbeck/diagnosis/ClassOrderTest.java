package org.limbeck.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.base.NamedRandom;

class ClassOrderTest {
  private static ClassOrder order(MadeUpTeacher teacher) {
    return ClassOrder.of(ScoreSums.of(List.of(teacher.rows())));
  }

  private static int[] swapped(int classes, int a, int b) {
    int[] columns = IntStream.range(0, classes).toArray();
    columns[a] = b;
    columns[b] = a;
    return columns;
  }

  @ParameterizedTest
  @CsvSource({
    // classes, examples, strength, ratio of a long tail
    "2, 200, 3, 1",
    "10, 200, 3, 1",
    "10, 1000, 2, 1",
    "77, 1500, 4, 1",
    "77, 1500, 3, 1",
    "300, 6000, 5, 1",
    "10, 5000, 4, 20"
  })
  void of_anyPermutation_isFoundExactlyWhereItIsSure(
      int classes, int examples, double strength, double ratio) {
    var random = new NamedRandom(7, "order/" + classes);
    var teacher = new MadeUpTeacher(classes, examples, strength, ratio, random);
    int[] columns = random.permutation(classes);
    columns = classes == 2 ? new int[] {1, 0} : columns;
    ClassOrder given = order(teacher);
    ClassOrder found = order(teacher.inColumns(columns));
    assertThat(given.certainty()).isEqualTo(Certainty.NONE);
    assertThat(given.moved()).isEmpty();
    assertThat(found.certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(found.correctMoved()).isGreaterThanOrEqualTo(given.correct());
    assertThat(differences(found.columns(), columns)).isLessThanOrEqualTo(classes / 50);
    for (int y = 0; y < classes; y++) {
      if (!found.unsure().contains(y)) {
        assertThat(found.columns()[y]).isEqualTo(columns[y]);
      }
      assertThat(found.classOfColumn()[found.columns()[y]]).isEqualTo(y);
    }
  }

  private static long differences(int[] a, int[] b) {
    return IntStream.range(0, a.length).filter(y -> a[y] != b[y]).count();
  }

  @ParameterizedTest
  @CsvSource({"10, 2000, 4, 0, 1", "10, 2000, 4, 3, 8", "1000, 50000, 6, 998, 17"})
  void of_twoClassesSwapped_areFoundAmongTheOthers(
      int classes, int examples, double strength, int a, int b) {
    var random = new NamedRandom(8, "swap");
    var teacher = new MadeUpTeacher(classes, examples, strength, 1, random);
    ClassOrder found = order(teacher.inColumns(swapped(classes, a, b)));
    assertThat(found.certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(found.moved()).containsExactlyInAnyOrder(a, b);
  }

  @Test
  void of_swapWithFewExamples_isLikelyOnly() {
    var random = new NamedRandom(9, "few");
    var teacher = new MadeUpTeacher(2, 16, 8, 1, random).inColumns(new int[] {1, 0});
    assertThat(order(teacher).certainty()).isEqualTo(Certainty.LIKELY);
  }

  /**
   * Teachers that are bad, but in order: no skill, a tail that is never predicted, few examples.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 40, 0, 1",
    "2, 1000, 0, 1",
    "10, 100, 0, 1",
    "10, 2000, 0.3, 1",
    "10, 300, 1, 100",
    "77, 400, 0, 1",
    "77, 400, 1, 10",
    "5, 30, 0.5, 1"
  })
  void of_badTeachersInOrder_givesNoFalseAlarm(
      int classes, int examples, double strength, double ratio) {
    assertFewAlarms(classes, examples, strength, 0.6, ratio);
  }

  /** Pairs of classes that the teacher cannot tell apart: the worst case of the test. */
  @ParameterizedTest
  @CsvSource({"2, 60", "2, 2000", "10, 200", "10, 2000", "40, 400", "40, 4000"})
  void of_pairsThatAreATossUp_givesNoFalseAlarm(int classes, int examples) {
    assertFewAlarms(classes, examples, 8, 1, 1);
  }

  private static void assertFewAlarms(
      int classes, int examples, double strength, double confusion, double ratio) {
    int trials = 300;
    int alarms = 0;
    for (int trial = 0; trial < trials; trial++) {
      var random = new NamedRandom(trial, "alarm/" + classes + "/" + strength);
      ClassOrder found =
          order(new MadeUpTeacher(classes, examples, strength, confusion, ratio, random));
      assertThat(found.certainty()).isNotEqualTo(Certainty.CERTAIN);
      alarms += found.certainty() == Certainty.LIKELY ? 1 : 0;
    }
    // 3,000 trials of each had 2 alarms at most; the level is 1 in 1,000.
    assertThat(alarms).isLessThanOrEqualTo(2);
  }

  @Test
  void of_constantPredictions_keepsTheOrder() {
    var teacher = new MadeUpTeacher(5, 500, 3, 1, new NamedRandom(1, "constant"));
    var constant = new float[teacher.logits.length];
    for (int i = 3; i < constant.length; i += 5) {
      constant[i] = 2;
    }
    assertThat(order(teacher.withLogits(constant)).certainty()).isEqualTo(Certainty.NONE);
  }

  @Test
  void of_absentClass_staysWhereItIs() {
    var teacher = new MadeUpTeacher(10, 2000, 5, 1, new NamedRandom(3, "absent"));
    ClassOrder found = order(teacher.inColumns(swapped(10, 2, 4)).without(7));
    assertThat(found.moved()).containsExactly(2, 4);
    assertThat(found.examples()).isLessThan(2000);
  }

  /** Class 1 of a tail is always taken for class 0: bad, but in order. */
  @Test
  void of_classThatIsNeverPredicted_isNotMoved() {
    var teacher = new MadeUpTeacher(4, 2000, 6, 1, new NamedRandom(4, "never"));
    float[] logits = teacher.logits.clone();
    for (int i = 0; i < teacher.labels.length; i++) {
      logits[4 * i + 1] = -9;
      logits[4 * i] += teacher.labels[i] == 1 ? 9 : 0;
    }
    assertThat(order(teacher.withLogits(logits)).certainty()).isEqualTo(Certainty.NONE);
  }

  @Test
  void heldOut_ofATeacherWithoutSkill_isAtChance() {
    var teacher = new MadeUpTeacher(20, 400, 0, 1, new NamedRandom(6, "chance"));
    ClassOrder found = order(teacher);
    assertThat(found.correctMoved()).isGreaterThan(40);
    assertThat(found.correctHeldOut()).isBetween(5, 40);
    assertThat(found.lower(found.correct())).isLessThan(0.06);
    assertThat(found.upper(found.correct())).isGreaterThan(0.05);
  }
}
