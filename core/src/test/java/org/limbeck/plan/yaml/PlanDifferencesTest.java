package org.limbeck.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.plan.Role;
import org.limbeck.plan.StudyPlan;

class PlanDifferencesTest {
  private static final String STUDY =
      """
      name: small
      data: {source: csv, train: a.csv, label: kind}
      seeds: [0, 1]
      teacher: {network: mlp 8, train: {epochs: 30}}
      student: {network: mlp 4, alphas: [0.5]}
      """;

  private static List<String> differences(String old, String changed) {
    return differences(old, changed, EnumSet.allOf(Role.class));
  }

  private static List<String> differences(String old, String changed, Set<Role> bound) {
    assertThat(STUDY).contains(old);
    return PlanDifferences.between(plan(STUDY), "out", plan(STUDY.replace(old, changed)), bound);
  }

  private static StudyPlan plan(String text) {
    return StudyYaml.parse(text, "small.yaml", Path.of("/data"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: small|name: big|name: small in out, big in the new plan",
        "label: kind|label: sort|data.label: kind in out, sort in the new plan",
        "epochs: 30|epochs: 20, warmupEpochs: 3|teacher.train.epochs: 30 in out, 20 in the new plan",
        "kind}|kind, longTail: {ratio: 5}}|data.longTail.ratio: not set in out, 5.0 in the new plan",
        "mlp 4|mlp 5|student.network: mlp 4 in out, mlp 5 in the new plan",
        "mlp 8|mlp 8, scores: raw|teacher.scores: temperature in out, raw in the new plan",
        "mlp 4|mlp 4, anchor: standard|student.anchor: balanced in out, standard in the new plan",
        "mlp 4|mlp 4, multipliers: {gamma: 0.3}|student.multipliers.gamma: auto in out, 0.3 in the new plan",
      })
  void between_changedMeaning_isOneLineOfTheLeaf(String old, String changed, String line) {
    assertThat(differences(old, changed)).contains(line).hasSizeLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seeds: [0, 1]|seeds: [3]",
        "train: a.csv|train: elsewhere/b.csv, test: c.csv",
        "mlp 8|mlp 8, objectives: [robust], alphas: [0]",
        "mlp 4|mlp 4, recipes: [logit-adjustment], postShift: 1",
        "mlp 4|mlp 4, baseline: false",
        "name: small|device: cpu;select: {exportSeed: 1, minAccuracy: 0.5, by: group};name: small",
      })
  void between_whatMayDiffer_isNothing(String old, String changed) {
    assertThat(differences(old, changed.replace(";", "\n"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mlp 4|mlp 5|STUDENT",
        "mlp 4|mlp 4, train: {batchSize: 7}|STUDENT",
        "mlp 4|mlp 4, anchor: standard|STUDENT",
        "mlp 8|mlp 8, scores: raw|STUDENT",
        "epochs: 30|epochs: 20|TEACHER",
      })
  void between_keysOfOneRole_bindOnlyItsRuns(String old, String changed, Role of) {
    assertThat(differences(old, changed, EnumSet.complementOf(EnumSet.of(of)))).isEmpty();
    assertThat(differences(old, changed, EnumSet.of(of))).isNotEmpty();
  }

  @Test
  void between_dataOfOneRoleAlone_mayNotDiffer() {
    for (Role role : Role.values()) {
      assertThat(differences("label: kind", "label: sort", Set.of(role))).hasSize(1);
    }
  }

  @Test
  void between_severalKeys_isInTheOrderOfTheFile() {
    assertThat(differences("30}}\nstudent: {network: mlp 4", "40}}\nstudent: {network: mlp 5"))
        .map(line -> line.substring(0, line.indexOf(':')))
        .containsExactly("teacher.train.epochs", "teacher.train.warmupEpochs", "student.network");
  }
}
