package org.limbeck.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.base.NamedRandom;
import org.limbeck.calibration.LogitRows;
import org.limbeck.diagnosis.RawScores.Look;

class ScoreChecksTest {
  private static MadeUpTeacher teacher(int classes, int examples, double strength) {
    return new MadeUpTeacher(
        classes, examples, strength, 1, new NamedRandom(classes, "checks/" + strength));
  }

  private static RawScores look(float[] values, int classes) {
    return RawScores.of(values.length / classes, classes, LogitRows.of(values, classes)::read);
  }

  @ParameterizedTest
  @CsvSource({"2", "10", "100"})
  void look_ofEachKind_isRecognised(int classes) {
    MadeUpTeacher teacher = teacher(classes, 300, 4);
    float[] p = teacher.softmax(teacher.logits);
    assertThat(look(teacher.logits, classes).look()).isEqualTo(Look.LOGITS);
    assertThat(look(p, classes).look()).isEqualTo(Look.PROBABILITIES);
    assertThat(look(map(p, v -> (float) Math.log(v)), classes).look())
        .isEqualTo(Look.LOG_PROBABILITIES);
    assertThat(look(map(p, v -> 100 * v), classes).look()).isEqualTo(Look.SHARES);
    assertThat(look(map(teacher.logits, v -> (float) (1 / (1 + Math.exp(-v)))), classes).look())
        .isEqualTo(Look.SEPARATE_PROBABILITIES);
    assertThat(look(map(p, v -> Math.round(v * 1000) / 1000f), classes).surelyProbabilities())
        .isTrue();
  }

  @Test
  void look_ofProbabilitiesWithOneWrongRow_namesIt() {
    MadeUpTeacher teacher = teacher(3, 300, 4);
    float[] p = teacher.softmax(teacher.logits);
    p[3 * 17] += 0.5f;
    assertThat(look(p, 3).firstOther()).isEqualTo(OptionalInt.of(17));
    assertThat(look(teacher.logits, 3).firstOther()).isEmpty();
  }

  private static float[] map(float[] values, java.util.function.UnaryOperator<Float> by) {
    var mapped = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      mapped[i] = by.apply(values[i]);
    }
    return mapped;
  }

  @ParameterizedTest
  @CsvSource({"2, 2000, 12", "10, 500, 6", "77, 1500, 8", "1000, 5000, 12", "10, 2000, 4"})
  void flatness_ofASureTeacher_showsTheSecondSoftmaxOnly(
      int classes, int examples, double strength) {
    MadeUpTeacher teacher = teacher(classes, examples, strength);
    float[] twice = teacher.softmax(teacher.softmax(teacher.logits));
    float[] logs = map(twice, v -> (float) Math.log(v));
    assertThat(Flatness.of(List.of(teacher.rows())).certainty()).isEqualTo(Certainty.NONE);
    assertThat(Flatness.of(List.of(teacher.withLogits(logs).rows())).certainty())
        .isEqualTo(Certainty.CERTAIN);
  }

  /** A high temperature, or little training: flat, but not by a second softmax. */
  @ParameterizedTest
  @CsvSource({"5", "20", "60", "200"})
  void flatness_ofFlatTeachers_isNeverCertain(float temperature) {
    for (int classes : new int[] {2, 10, 100}) {
      MadeUpTeacher teacher = teacher(classes, 2000, 4);
      MadeUpTeacher flat = teacher.withLogits(map(teacher.logits, v -> v / temperature));
      assertThat(Flatness.of(List.of(flat.rows())).certainty()).isNotEqualTo(Certainty.CERTAIN);
    }
  }

  @Test
  void flatness_ofAWeakTeacher_isNone() {
    MadeUpTeacher weak = teacher(10, 2000, 0.2);
    MadeUpTeacher prior = weak.withLogits(map(weak.logits, v -> v / 50));
    assertThat(Flatness.of(List.of(prior.rows())).certainty()).isEqualTo(Certainty.NONE);
  }

  @Test
  void information_ofShuffledRows_isCertainlyNothing() {
    MadeUpTeacher teacher = teacher(10, 6000, 4);
    float[] next = Arrays.copyOf(teacher.logits, teacher.logits.length);
    System.arraycopy(teacher.logits, 0, next, 10, next.length - 10);
    assertThat(information(teacher).nothing()).isEqualTo(Certainty.NONE);
    assertThat(information(teacher).correlation()).isGreaterThan(0.5);
    assertThat(information(teacher.withLogits(next)).nothing()).isEqualTo(Certainty.CERTAIN);
  }

  @Test
  void information_ofConstantScores_isCertainlyNothing() {
    MadeUpTeacher teacher = teacher(10, 50, 4);
    var constant = new float[teacher.logits.length];
    for (int i = 0; i < constant.length; i++) {
      constant[i] = i % 10;
    }
    assertThat(information(teacher.withLogits(constant)).constant()).isTrue();
  }

  /** z is standard normal for scores that are independent of the labels. */
  @Test
  void information_ofIndependentScores_hasMeanZeroAndDeviationOne() {
    int trials = 600;
    double sum = 0;
    double squares = 0;
    for (int trial = 0; trial < trials; trial++) {
      var random = new NamedRandom(trial, "independent");
      double z = information(new MadeUpTeacher(5, 60, 0, 10, random)).z();
      sum += z;
      squares += z * z;
    }
    assertThat(Math.abs(sum / trials)).isLessThan(0.15);
    assertThat(squares / trials).isBetween(0.85, 1.15);
  }

  private static Information information(MadeUpTeacher teacher) {
    return Information.of(ScoreSums.of(List.of(teacher.rows())));
  }

  @Test
  void predominance_ofATeacherThatPredictsOneClass_isLikely() {
    MadeUpTeacher teacher = teacher(10, 1000, 4);
    float[] shifted = teacher.logits.clone();
    for (int i = 3; i < shifted.length; i += 10) {
      shifted[i] += 6;
    }
    assertThat(Predominance.of(ScoreSums.of(List.of(teacher.rows()))).likely()).isFalse();
    Predominance found = Predominance.of(ScoreSums.of(List.of(teacher.withLogits(shifted).rows())));
    assertThat(found.likely()).isTrue();
    assertThat(found.column()).isEqualTo(3);
  }

  @Test
  void predominance_ofARareClass_isNone() {
    var random = new NamedRandom(1, "rare");
    var teacher = new MadeUpTeacher(2, 3000, 1, 100, random);
    assertThat(Predominance.of(ScoreSums.of(List.of(teacher.rows()))).likely()).isFalse();
  }
}
