package org.limbeck.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.plan.Role;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.StudyPlan;

class OverlayTest {
  private static final String STUDY =
      """
      name: small
      data: {source: csv, train: a.csv, longTail: {ratio: 5, order: random}}
      seeds: [0, 1]
      teacher: {network: mlp 8, train: {epochs: 30}}
      student:
        network: mlp 4
        objectives: [standard, robust]
        alphas: [0.25]
        recipes: [logit-adjustment]
        train: {epochs: 7, optimiser: adamw}
      select: {exportSeed: 1}
      """;

  @TempDir private Path folder;
  private Path earlier;

  @BeforeEach
  void begin() throws IOException {
    earlier = folder.resolve("out").resolve("study.yaml");
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(earlier, StudyYaml.write(StudyYaml.read(file(STUDY))));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("mine.yaml"), text);
  }

  private ContinuedPlan over(String text) throws IOException {
    return StudyYaml.readOver(file(text), earlier, EnumSet.allOf(Role.class));
  }

  private static List<String> kept(ContinuedPlan plan) {
    return plan.kept().stream().map(KeptKey::text).toList();
  }

  @Test
  void readOver_sameFile_isThePlanAndKeepsNothing() throws IOException {
    for (String text :
        List.of(STUDY, STUDY.replace("  recipes:", "  postShift: [0.5, 1]\n  recipes:"))) {
      StudyPlan plan = StudyYaml.read(file(text));
      Files.writeString(earlier, StudyYaml.write(plan));
      assertThat(over(text)).isEqualTo(new ContinuedPlan(plan, List.of()));
    }
  }

  @Test
  void readOver_postShiftWithoutRecipes_isTheSamePlanAgain() throws IOException {
    String text = STUDY.replace("recipes: [logit-adjustment]", "postShift: [0.5, 1]");
    StudyPlan plan = StudyYaml.read(file(text));
    Files.writeString(earlier, StudyYaml.write(plan));
    assertThat(over(text)).isEqualTo(new ContinuedPlan(plan, List.of()));
  }

  @Test
  void readOver_keysLeftOut_keepsThemAndSaysWhichAreNotTheDefault() throws IOException {
    ContinuedPlan continued =
        over(
            """
            name: small
            data: {source: csv, longTail: {ratio: 5}}
            seeds: [0, 1, 2]
            teacher: {network: mlp 8, train: {epochs: 30}}
            student: {network: mlp 4, objectives: [balanced], train: {optimiser: adamw}}
            """);
    assertThat(kept(continued))
        .containsExactly(
            "data.train: " + folder.resolve("a.csv") + " (not set by default)",
            "data.longTail.order: random (default label)",
            "student.alphas: [0.25] (default [0.5, 1.0])",
            "student.recipes: [logit-adjustment] (not set by default)",
            "student.train.epochs: 7 (default 100)",
            "select.exportSeed: 1 (not set by default)");
    StudyPlan plan = continued.plan();
    assertThat(plan.seeds()).containsExactly(0L, 1L, 2L);
    assertThat(plan.student().objectives()).containsExactly("balanced");
    assertThat(plan.student().train()).isEqualTo(StudyYaml.read(earlier).student().train());
    assertThat(plan.data()).isEqualTo(StudyYaml.read(earlier).data());
  }

  @Test
  void readOver_neededKeysLeftOut_keepsThem() throws IOException {
    ContinuedPlan continued = over("student: {objectives: [standard]}");
    assertThat(continued.plan().student().objectives()).containsExactly("standard");
    assertThat(kept(continued))
        .contains(
            "name: small (not set by default)",
            "seeds: [0, 1] (not set by default)",
            "teacher.network: mlp 8 (not set by default)",
            "teacher.train.epochs: 30 (default 100)")
        .noneMatch(line -> line.contains("teacher.alphas"));
  }

  @Test
  void readOver_wholeSectionOfARoleWithoutRuns_standsAlone() throws IOException {
    Path alone = file("name: small\nstudent: {network: mlp 5}");
    StudyPlan plan = StudyYaml.readOver(alone, earlier, Set.of(Role.TEACHER)).plan();
    assertThat(plan.teacher()).isEqualTo(StudyYaml.read(earlier).teacher());
    RolePlan usual = RolePlan.builder(Role.STUDENT, NetworkSpec.parse("mlp 5")).build();
    assertThat(plan.student()).isEqualTo(usual);
    Path part = file("name: small\nstudent: {alphas: [0.125]}");
    RolePlan kept = StudyYaml.readOver(part, earlier, Set.of(Role.TEACHER)).plan().student();
    assertThat(kept.alphas()).containsExactly(0.125);
    assertThat(kept.train()).isEqualTo(StudyYaml.read(earlier).student().train());
  }

  @Test
  void readOver_earlierFileWithoutBaseline_staysWithoutUnlessTheFileAsksForIt() throws IOException {
    Files.writeString(earlier, STUDY);
    ContinuedPlan continued = over("seeds: [1]");
    assertThat(continued.plan().baseline()).isFalse();
    assertThat(kept(continued)).contains("student.baseline: false (default true)");
    assertThat(over("student: {baseline: true}").plan().baseline()).isTrue();
    assertThat(StudyYaml.readWritten(earlier).baseline()).isFalse();
    assertThat(StudyYaml.read(earlier).baseline()).isTrue();
  }

  @Test
  void readOver_earlierFileWithBaseline_keepsIt() throws IOException {
    assertThat(over("seeds: [1]").plan().baseline()).isTrue();
    Files.writeString(
        earlier, STUDY.replace("network: mlp 4", "network: mlp 4\n  baseline: false"));
    assertThat(over("seeds: [1]").plan().baseline()).isFalse();
  }

  @Test
  void readOver_emptyRecipes_dropsThem() throws IOException {
    StudyPlan plan = over("student: {recipes: []}").plan();
    assertThat(plan.student().recipes()).isEmpty();
    assertThat(plan.student().objectives()).containsExactly("standard", "robust");
  }

  @Test
  void readOver_pathsOfBoth_areRelativeToTheirOwnFolders() throws IOException {
    Files.writeString(earlier, STUDY);
    assertThat(over("seeds: [1]").plan().data().options())
        .isEqualTo(Map.of("train", folder.resolve("out/a.csv").toString()));
    assertThat(over("data: {test: b.csv}").plan().data().options())
        .containsEntry("test", folder.resolve("b.csv").toString());
  }

  @Test
  void readOver_otherSource_takesNothingFromTheData() throws IOException {
    ContinuedPlan continued = over("data: {source: digits}");
    assertThat(continued.plan().data().options()).isEmpty();
    assertThat(continued.plan().data().longTail()).isNull();
    assertThat(kept(continued)).noneMatch(line -> line.startsWith("data."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seeds: [7]|out/study.yaml:LINE exportSeed: 1|select.exportSeed: 1 is not among the seeds [7]",
        "student: {objectives: [standard, balanced], recipes: [{from: standard, name: balanced}]}|mine.yaml:1 student|student.recipes: two are called 'balanced'",
        "student: {recipes: [{from: logit-adjustment, name: robust}]}|mine.yaml:1 student|student.recipes: two are called 'robust'",
        "student: {train: {epoch: 3}}|mine.yaml:1 student|student.train.epoch: unknown key; did you mean 'epochs'?",
        "student: 3|mine.yaml:1 student|student: expected a mapping, found '3'",
        "student: {train: {warmupEpochs: 7}}|mine.yaml:1 student|student.train.warmupEpochs: 7.0 leaves none of the 7 epochs",
      })
  void readOver_problem_namesTheFileAndLineThatHasTheKey(String text, String place, String message)
      throws IOException {
    String[] parts = place.split(" ", 2);
    String where = parts[0].replace("LINE", String.valueOf(lineOf(parts[1])));
    assertThatThrownBy(() -> over(text))
        .hasMessageContaining(folder + "/" + where + ": " + message);
  }

  private int lineOf(String start) throws IOException {
    List<String> lines = Files.readAllLines(earlier);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().startsWith(start)) {
        return i + 1;
      }
    }
    return -1;
  }

  @Test
  void readOver_brokenEarlierFile_isNamed() throws IOException {
    Files.writeString(earlier, STUDY.replace("mlp 4", "mpl 4"));
    assertThatThrownBy(() -> over("seeds: [1]"))
        .hasMessageStartingWith(earlier + ":6: student.network: no network 'mpl'");
    Files.writeString(earlier, "name: [");
    assertThatThrownBy(() -> over("seeds: [1]")).hasMessageStartingWith(earlier + ":1: not valid");
  }

  @Test
  void readOver_keyWhoseDefaultDependsOnKeptOnes_isSetAgainstThatDefault() throws IOException {
    Files.writeString(
        earlier, STUDY.replace("optimiser: adamw", "optimiser: adamw, momentum: 0.8"));
    assertThat(kept(over("student: {train: {epochs: 7}}")))
        .contains("student.train.optimiser: adamw (default sgd)")
        .contains("student.train.momentum: 0.8 (default 0.9)")
        .noneMatch(line -> line.contains("learningRate") || line.contains("warmupEpochs"));
  }

  @Test
  void readOver_controlCharactersInTheEarlierFile_areNotPrinted() throws IOException {
    Files.writeString(earlier, STUDY.replace("train: a.csv", "train: a.csv, label: \"a\\e[2Jb\""));
    assertThat(kept(over("seeds: [1]"))).contains("data.label: a?[2Jb (not set by default)");
  }

  @Test
  void name_isReadWithoutTheRest() throws IOException {
    assertThat(StudyYaml.name(file("name: small"))).isEqualTo("small");
    assertThatThrownBy(() -> StudyYaml.name(file("name: ../small")))
        .hasMessageContaining("mine.yaml:1: name: expected letters")
        .hasMessageContaining("seeds: missing");
    assertThatThrownBy(() -> StudyYaml.name(file("[small]"))).hasMessageContaining("expected keys");
  }
}
