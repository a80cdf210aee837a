package org.limbeck.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.limbeck.calibration.ScoreTransform;

class StudentLabelsTest {
  private static final int CLASSES = 3;
  private static final int[] LABELS = {0, 1, 2, 0, 1, 2};
  private static final float[] LOGITS = {
    2, 1, 0, 0, 3, 1, 1, 0, 0.5f, 4, 0, 0, 2, 2.5f, 0, 0, 0, 6
  };
  private static final float[] SURE = {99, 0, 0, 0, 99, 0, 0, 0, 99, 99, 0, 0, 0, 99, 0, 0, 0, 99};

  private static float[] rows(LabelOptions options, float[] logits, int[] labels, int rows) {
    var made = new StudentLabels(options, ScoreTransform.raw(CLASSES), logits, labels);
    var written = new float[labels.length * rows * CLASSES];
    for (int i = 0; i < labels.length; i++) {
      var row = new float[CLASSES];
      System.arraycopy(logits, i * CLASSES, row, 0, CLASSES);
      made.write(i, row, written, i * rows * CLASSES);
    }
    return written;
  }

  private static LabelOptions options(LabelSource source, double mix, double temperature) {
    return new LabelOptions(source, mix, temperature, null);
  }

  @Test
  void write_teacherAlone_isItsProbabilitiesToTheBit() {
    float[] expected = ScoreTransform.raw(CLASSES).labelWeights(LOGITS).toArray();
    assertThat(rows(LabelOptions.TEACHER, LOGITS, LABELS, 1)).containsExactly(expected);
  }

  @Test
  void write_classMixOfASureTeacher_isStandard() {
    float[] labels = rows(options(LabelSource.CLASS_MIX, 1, 1), SURE, LABELS, 1);
    assertThat(labels).containsExactly(rows(LabelOptions.TEACHER, SURE, LABELS, 1));
    assertThat(labels[0]).isEqualTo(1f);
  }

  @Test
  void write_classMix_mixesByTheMeanMarginOfTheLabel() {
    var made =
        new StudentLabels(
            options(LabelSource.CLASS_MIX, 1, 1), ScoreTransform.raw(CLASSES), LOGITS, LABELS);
    double margin = made.teacherMargins().get(2);
    double[] p = ScoreTransform.raw(CLASSES).probabilities(LOGITS);
    double byHand = ((p[8] - (p[6] + p[7]) / 2) + (p[17] - (p[15] + p[16]) / 2)) / 2;
    assertThat(margin).isCloseTo(byHand, within(1e-12));
    float[] rows = rows(options(LabelSource.CLASS_MIX, 1, 1), LOGITS, LABELS, 1);
    assertThat((double) rows[8]).isCloseTo(1 - margin + margin * p[8], within(1e-6));
    assertThat((double) rows[6]).isCloseTo(margin * p[6], within(1e-6));
  }

  @Test
  void write_rebalancedWithEqualCounts_isDistillation() {
    assertThat(rows(options(LabelSource.REBALANCED, 0.5, 2), LOGITS, LABELS, 2))
        .containsExactly(rows(options(LabelSource.MIX, 0.5, 2), LOGITS, LABELS, 2), within(1e-7f));
  }

  @Test
  void write_rebalanced_raisesTheRareClass() {
    int[] labels = {0, 0, 0, 0, 1, 2};
    float[] mixed = rows(options(LabelSource.MIX, 0.5, 2), LOGITS, labels, 2);
    float[] rebalanced = rows(options(LabelSource.REBALANCED, 0.5, 2), LOGITS, labels, 2);
    for (int i = 0; i < labels.length; i++) {
      int soft = i * 2 * CLASSES + CLASSES;
      assertThat(rebalanced[soft] / rebalanced[soft + 1])
          .isCloseTo(mixed[soft] / mixed[soft + 1] / 4, within(mixed[soft] / mixed[soft + 1] / 50));
    }
  }

  @Test
  void write_temperature_writesLabelsAndSoftenedTeacher() {
    float[] rows = rows(options(LabelSource.MIX, 0.5, 2), LOGITS, LABELS, 2);
    assertThat(rows[0]).isEqualTo(1f);
    double sum = Math.exp(1) + Math.exp(0.5) + 1;
    assertThat((double) rows[3]).isCloseTo(Math.exp(1) / sum, within(1e-6));
  }

  @Test
  void base_mix_isTheShareOfBoth() {
    var made =
        new StudentLabels(
            options(LabelSource.MIX, 0.25, 2), ScoreTransform.raw(CLASSES), LOGITS, LABELS);
    double p = ScoreTransform.raw(CLASSES).probabilities(LOGITS)[0];
    assertThat(made.base(LOGITS).of(0, 0)).isCloseTo(0.75 + 0.25 * p, within(1e-6));
  }

  @Test
  void options_thatContradict_nameTheKey() {
    assertThatThrownBy(() -> options(LabelSource.MIX, 1.5, 2)).hasMessageStartingWith("mix: ");
    assertThatThrownBy(() -> options(LabelSource.MIX, 0.5, 0))
        .hasMessageStartingWith("temperature: ");
    assertThatThrownBy(() -> options(LabelSource.ONE_HOT, 0, 2)).hasMessageStartingWith("labels: ");
    assertThatThrownBy(() -> options(LabelSource.TEACHER, 0.5, 1)).hasMessageStartingWith("mix: ");
  }

  @Test
  void words_ofEachSource_sayTheShares() {
    assertThat(LabelOptions.ONE_HOT.words()).isEqualTo("the labels");
    assertThat(LabelOptions.TEACHER.words()).isEqualTo("the teacher's probabilities");
    assertThat(new LabelOptions(LabelSource.MIX, 0.25, 2, null).words())
        .isEqualTo("25 % teacher at temperature 2, 75 % labels");
    assertThat(new LabelOptions(LabelSource.REBALANCED, 0.5, 2.5, null).words())
        .isEqualTo("50 % re-balanced teacher at temperature 2.5, 50 % labels");
  }
}
