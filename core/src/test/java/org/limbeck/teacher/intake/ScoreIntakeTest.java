package org.limbeck.teacher.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.LimbeckException;
import org.limbeck.base.NamedRandom;
import org.limbeck.scores.column.ScoreKind;

class ScoreIntakeTest {
  private static final List<String> CLASSES = List.of("ant", "bee", "cat", "2 dogs");
  private static final int EXAMPLES = 6000;

  private final float[] logits = new NamedRandom(1, "intake").gaussians(EXAMPLES * 4);
  private final int[] labels = IntStream.range(0, EXAMPLES).map(i -> i % 4).toArray();

  ScoreIntakeTest() {
    for (int i = 0; i < EXAMPLES; i++) {
      logits[4 * i + labels[i]] += 4;
    }
  }

  private static ScoreIntake intake(String... columns) {
    return new ScoreIntake(
        "scores t.npy", ColumnOrder.of("scores t.npy", CLASSES, List.of(columns)));
  }

  private List<LabelledScores> labelled(float[] values) {
    return List.of(new LabelledScores(values, labels));
  }

  private static float[] softmax(float[] of) {
    var p = new float[of.length];
    for (int start = 0; start < of.length; start += 4) {
      double sum = 0;
      for (int y = 0; y < 4; y++) {
        sum += Math.exp(of[start + y]);
      }
      for (int y = 0; y < 4; y++) {
        p[start + y] = (float) (Math.exp(of[start + y]) / sum);
      }
    }
    return p;
  }

  @Test
  void toLogits_otherOrderInOutput_isArranged() {
    float[] values = {1, 2, 3, 4, 5, 6, 7, 8};
    assertThat(intake("cat", "2 dogs", "ant", "bee").toLogits(values, Optional.empty()))
        .isEqualTo(ScoreKind.LOGITS);
    assertThat(values).containsExactly(3, 4, 1, 2, 7, 8, 5, 6);
  }

  @Test
  void toLogits_probabilities_becomeTheirLogarithms() {
    float[] p = softmax(logits);
    p[0] = 0;
    p[1] += 1 - p[1] - p[2] - p[3];
    float[] values = p.clone();
    ScoreIntake intake = intake();
    assertThat(intake.toLogits(values, Optional.empty())).isEqualTo(ScoreKind.PROBABILITIES);
    assertThat((double) values[5]).isCloseTo(Math.log(p[5]), within(1e-6));
    assertThat(values[0]).isBetween(-104f, -103f);
    intake.check(labelled(values));
    assertThat(intake.notes()).isEmpty();
  }

  @Test
  void toLogits_declaredOtherwise_isRefusedWithTheRemedy() {
    float[] p = softmax(logits);
    assertThatThrownBy(() -> intake().toLogits(p.clone(), Optional.of(ScoreKind.LOGITS)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("these are probabilities")
        .hasMessageContaining("write output: {kind: probabilities}");
    assertThatThrownBy(
            () -> intake().toLogits(logits.clone(), Optional.of(ScoreKind.PROBABILITIES)))
        .hasMessageContaining("not in [0, 1]; write output: {kind: logits}");
    float[] logs = p.clone();
    intake().toLogits(logs, Optional.empty());
    assertThatThrownBy(() -> intake().toLogits(logs, Optional.of(ScoreKind.PROBABILITIES)))
        .hasMessageContaining("log-probabilities; write output: {kind: logits}");
  }

  @Test
  void toLogits_sigmoidsAndPercent_areRefused() {
    float[] percent = softmax(logits);
    float[] separate = logits.clone();
    for (int i = 0; i < percent.length; i++) {
      percent[i] *= 100;
      separate[i] = (float) (1 / (1 + Math.exp(-separate[i])));
    }
    assertThatThrownBy(() -> intake().toLogits(percent, Optional.empty()))
        .hasMessageContaining("like percent or votes");
    assertThatThrownBy(() -> intake().toLogits(separate, Optional.empty()))
        .hasMessageContaining("before the sigmoid");
  }

  @Test
  void toLogits_oneWrongRowAndNaN_areNamed() {
    float[] wrong = softmax(logits);
    wrong[4 * 41] = 0.7f;
    wrong[4 * 41 + 1] = 0.7f;
    assertThatThrownBy(() -> intake().toLogits(wrong, Optional.empty()))
        .hasMessageContaining("row 42 does not hold probabilities");
    float[] nan = logits.clone();
    nan[4 * 6 + 2] = Float.NaN;
    assertThatThrownBy(() -> intake().toLogits(nan, Optional.empty()))
        .hasMessageContaining("example 7, class 'cat': NaN instead of a score");
  }

  @Test
  void of_classesOfOthers_areNamed() {
    assertThatThrownBy(() -> intake("ant", "bee", "bee", "cow"))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("without: cat, 2 dogs, unknown: cow, twice: bee");
  }

  @Test
  void check_permutedColumns_givesTheOrderToWrite() {
    float[] permuted = logits.clone();
    ScoreIntake wrong = intake("bee", "cat", "2 dogs", "ant");
    wrong.toLogits(permuted, Optional.empty());
    assertThatThrownBy(() -> wrong.check(labelled(permuted)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("another order of classes than it says")
        .hasMessageContaining("of 6000 examples with labels are right")
        .hasMessageContaining("output: {classes: [ant, bee, cat, '2 dogs']}");
  }

  @Test
  void check_swappedClasses_areNamed() {
    float[] values = logits.clone();
    for (int i = 0; i < values.length; i += 4) {
      float bee = values[i + 1];
      values[i + 1] = values[i + 2];
      values[i + 2] = bee;
    }
    assertThatThrownBy(() -> intake().check(labelled(values)))
        .hasMessageContaining("'bee' at the place of 'cat', 'cat' at the place of 'bee'")
        .hasMessageContaining("[ant, cat, bee, '2 dogs']");
  }

  @Test
  void check_softmaxTakenTwice_isRefused() {
    for (int i = 0; i < logits.length; i++) {
      logits[i] *= 3;
    }
    float[] twice = softmax(softmax(logits));
    ScoreIntake intake = intake();
    intake.toLogits(twice, Optional.empty());
    assertThatThrownBy(() -> intake.check(labelled(twice)))
        .hasMessageContaining("a softmax was taken twice")
        .hasMessageContaining("give the scores before the last softmax");
  }

  @Test
  void check_rowsOfOtherExamples_areRefused() {
    float[] shifted = Arrays.copyOf(logits, logits.length);
    System.arraycopy(logits, 0, shifted, 12, logits.length - 12);
    int[] shuffled = labels.clone();
    new NamedRandom(3, "labels").shuffle(shuffled);
    assertThatThrownBy(() -> intake().check(List.of(new LabelledScores(shifted, shuffled))))
        .hasMessageContaining("say nothing about the labels")
        .hasMessageContaining("check that its rows are those of the data");
  }

  @Test
  void check_predictionsOfOneClass_areNoted() {
    for (int i = 0; i < logits.length; i += 4) {
      logits[i] += 7;
    }
    ScoreIntake intake = intake();
    intake.check(labelled(logits));
    assertThat(intake.notes()).singleElement().asString().contains("it predicts 'ant' for");
  }

  @Test
  void intake_thatInsists_notesWhatIsCertain() {
    var insists =
        new ScoreIntake("scores t.npy", ColumnOrder.of("scores t.npy", CLASSES, List.of()), true);
    float[] p = softmax(logits);
    float[] kept = p.clone();
    assertThat(insists.toLogits(kept, Optional.of(ScoreKind.LOGITS))).isEqualTo(ScoreKind.LOGITS);
    assertThat(kept).containsExactly(p);
    assertThat(insists.notes()).singleElement().asString().contains("these are probabilities");
    float[] permuted = logits.clone();
    intake("bee", "cat", "2 dogs", "ant").toLogits(permuted, Optional.empty());
    insists.check(labelled(permuted));
    assertThat(insists.notes())
        .last()
        .asString()
        .contains("another order of classes than the data");
    assertThatThrownBy(() -> intake().check(labelled(permuted)))
        .hasMessageContaining("or write output: {check: warn}");
  }
}
