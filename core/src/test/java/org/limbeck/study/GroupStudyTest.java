package org.limbeck.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.LimbeckException;
import org.limbeck.compare.Choice;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.SplitMetric;
import org.limbeck.export.StudentExport;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.GroupMetrics;
import org.limbeck.plan.Role;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;
import org.limbeck.report.HtmlReport;
import org.limbeck.store.RunRecord;
import org.limbeck.store.StudyDirectory;
import org.limbeck.workflow.StudyWorkflow;

/** Studies on a table with a column of groups. */
class GroupStudyTest {
  @TempDir private Path folder;

  /**
   * Two classes; a feature that tells them apart with much noise, one that tells the background
   * without any, and a background that goes with the class in 19 of 20 training examples.
   */
  private Path birds(int examples) throws IOException {
    var random = new SplittableRandom(7);
    var csv = new StringBuilder("bird,shape,colour,background\n");
    for (int i = 0; i < examples; i++) {
      boolean water = i % 2 == 0;
      boolean usual = random.nextInt(20) > 0;
      String background = water == usual ? "sea" : "forest";
      double shape = (water ? 1 : -1) + 3 * (random.nextDouble() - 0.5);
      double colour = (water == usual ? 1 : -1) + 0.2 * random.nextDouble();
      csv.append(water ? "waterbird" : "landbird").append(',').append(shape).append(',');
      csv.append(colour).append(',').append(background).append('\n');
    }
    Path file = folder.resolve("birds.csv");
    Files.writeString(file, csv.toString());
    return file;
  }

  private StudyPlan plan(Path csv, String group, String recipes) {
    return plan(csv, group, recipes, "class");
  }

  private StudyPlan plan(Path csv, String group, String recipes, String by) {
    return StudyYaml.parse(
        """
        name: birds
        data: {source: csv, train: "%s", label: bird, %s}
        seeds: [0]
        select: {by: %s}
        teacher: {network: mlp 16, objectives: [standard], train: {epochs: 10}}
        student:
          network: mlp 8
          objectives: [standard]
          recipes: %s
          train: {epochs: 20, learningRate: 0.05}
        """
            .formatted(csv.toString().replace("\\", "\\\\"), group, by, recipes),
        "birds.yaml",
        folder);
  }

  @Test
  void run_robustByClassAndGroup_raisesTheWorstClassInAGroup() throws IOException {
    StudyPlan plan =
        plan(
            birds(4000),
            "group: background",
            "[{name: group-robust, from: robust, by: class-and-group},"
                + " {name: dro, from: group-dro, by: group}]");
    Path study = Files.createDirectory(folder.resolve("study"));
    List<RunRecord> runs =
        new StudyRunner(new LocalLauncher(1), StudyListener.NONE, () -> false)
            .run(plan, study)
            .runs();
    ClassMetrics standard = worst(runs, "standard");
    ClassMetrics robust = worst(runs, "group-robust");
    assertThat(standard.classCount()).hasSize(4);
    assertThat(robust.worstClassAccuracy()).isGreaterThan(standard.worstClassAccuracy() + 0.1);
    assertThat(worst(runs, "dro").classLowerBound()).doesNotContainNull();
  }

  @Test
  void run_studyWithGroups_tellsThemInReportAndCard() throws IOException {
    Path study = folder.resolve("told");
    StudyWorkflow.run(plan(birds(400), "group: background", "[bkd]"), study);
    Document page = Jsoup.parse(Files.readString(study.resolve(HtmlReport.FILE)));
    assertThat(page.select("#groups .lead").text()).contains("Its worst group is");
    assertThat(page.select("#groups table").get(1).select("tbody th").eachText())
        .containsExactly("standard", "standard / standard", "standard / bkd", "none / standard");
    assertThat(page.select("#groups table").get(0).select("tbody th").eachText())
        .containsExactly(
            "forest",
            "forest / landbird",
            "forest / waterbird",
            "sea",
            "sea / landbird",
            "sea / waterbird");
    assertThat(page.select("#groups .note").eachText()).contains("few examples");
    assertThat(Files.readString(study.resolve(StudentExport.CARD)))
        .contains("| Group | Class | Test examples |", "| sea | waterbird |", "few examples");
  }

  @ParameterizedTest
  @CsvSource({
    "group,WORST_GROUP_ACCURACY,Worst-group accuracy",
    "class-and-group,WORST_CLASS_IN_GROUP_ACCURACY,Accuracy of the worst class in a group"
  })
  void run_selectByGroups_choosesTheBestOnValidation(String by, SplitMetric metric, String title)
      throws IOException {
    String recipes = "[bkd, {name: group-robust, from: robust, by: class-and-group}]";
    StudyPlan plan = plan(birds(1000), "group: background", recipes, by);
    Path study = folder.resolve(by);
    Leaderboard board = StudyWorkflow.run(plan, study).leaderboard();
    Leaderboard.Row chosen = board.selected().orElseThrow();
    Choice choice = Choice.of(board, plan.selection()).orElseThrow();
    assertThat(choice.measure().metric()).isEqualTo(metric);
    assertThat(choice.candidates()).hasSize(4);
    assertThat(choice.selected()).isEqualTo(chosen.combination());
    assertThat(choice.candidates())
        .allMatch(one -> choice.judged(one) <= choice.judged(choice.best()))
        .anyMatch(one -> choice.judged(one) < choice.judged(choice.best()));
    Document page = Jsoup.parse(Files.readString(study.resolve(HtmlReport.FILE)));
    assertThat(page.select(".verdict").text()).contains(title);
    assertThat(page.select("dl.facts").text()).contains("best " + metric.words());
    assertThat(page.select("#notes").text()).contains(metric.words());
    assertThat(page.select("dl.facts, #notes").text()).doesNotContain("best worst-class");
    assertThat(page.select("#multipliers .lead").text()).contains("all begin uniform at 1/4");
    assertThat(page.select("#multipliers .line title").eachText())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("waterbird in forest: "));
    assertThat(Files.readString(study.resolve(StudentExport.CARD)))
        .contains("they judge: " + metric.words(), "| " + title + " | ");
    assertThat(Files.readString(study.resolve(StudyDirectory.LEADERBOARD)).lines().findFirst())
        .hasValueSatisfying(header -> assertThat(header).contains(metric.label() + "_mean"));
  }

  /** Pictures of two classes, on bright and on dark ground. */
  private Path pictures() throws IOException {
    Path pictures = folder.resolve("pictures");
    var random = new SplittableRandom(3);
    for (String place : List.of("cave/owl", "cave/gull", "cliff/owl", "cliff/gull")) {
      Path group = pictures.resolve(place.replaceFirst("(.*)/(.*)", "$2/$1"));
      Files.createDirectories(group);
      for (int i = 0; i < 12; i++) {
        var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        int ground = place.startsWith("cave") ? 0 : 128;
        for (int pixel = 0; pixel < 64; pixel++) {
          int red = place.endsWith("owl") ? 64 + random.nextInt(64) : 0;
          image.setRGB(pixel % 8, pixel / 8, (ground + red) << 16 | ground << 8 | ground);
        }
        ImageIO.write(image, "png", group.resolve(i + ".png").toFile());
      }
    }
    return pictures;
  }

  @Test
  void run_picturesInGroupFolders_areTrainedAndToldByGroup() throws IOException {
    StudyPlan plan =
        StudyYaml.parse(
            """
            name: places
            data: {source: image-folder, dir: pictures, size: 8, group: folder, testShare: 0.4}
            seeds: [0]
            teacher: {network: resnet8 x0.25, objectives: [standard], train: {epochs: 1}}
            student:
              network: resnet8 x0.25
              objectives: [standard]
              recipes: [{from: robust, by: class-and-group}]
              train: {epochs: 2}
            """,
            "places.yaml",
            pictures().resolveSibling(""));
    Path study = Files.createDirectory(folder.resolve("places"));
    List<RunRecord> runs =
        new StudyRunner(new LocalLauncher(1), StudyListener.NONE, () -> false)
            .run(plan, study)
            .runs();
    ClassMetrics cells = worst(runs, "robust");
    assertThat(cells.classCount()).hasSize(4).doesNotContain(0);
    GroupMetrics groups = runs.get(0).test().groups();
    assertThat(Objects.requireNonNull(groups).names()).containsExactly("cave", "cliff");
  }

  @Test
  void run_fewerGroupsThanClasses_drawsAMultiplierForEachGroup() throws IOException {
    var csv = new StringBuilder("bird,shape,background\n");
    for (int i = 0; i < 120; i++) {
      csv.append("bird").append(i % 3).append(',').append(i % 3 + 0.01 * i).append(',');
      csv.append(i % 2 == 0 ? "sea" : "forest").append('\n');
    }
    Path file = Files.writeString(folder.resolve("three.csv"), csv.toString());
    Path study = folder.resolve("three");
    String recipes = "[{name: dro, from: group-dro, by: group}]";
    StudyWorkflow.run(plan(file, "group: background", recipes, "group"), study);
    Document page = Jsoup.parse(Files.readString(study.resolve(HtmlReport.FILE)));
    assertThat(page.select("#multipliers .line title")).hasSize(2);
    assertThat(page.select("#multipliers .lead").text())
        .contains("A group with a larger risk on the training batches", "1/2");
  }

  private static ClassMetrics worst(List<RunRecord> runs, String recipe) {
    RunRecord student =
        runs.stream()
            .filter(run -> run.spec().role() == Role.STUDENT)
            .filter(run -> run.spec().recipe().name().equals(recipe))
            .findFirst()
            .orElseThrow();
    GroupMetrics groups = Objects.requireNonNull(student.delivered().test()).groups();
    return Objects.requireNonNull(groups).classInGroup();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "group: backgrund|[bkd]|no column 'backgrund'; the header has",
        "group: bird|[bkd]|data.group: 'bird' is the label too",
        "splitSeed: 0|[{from: robust, by: class-and-group}]|name their column with data.group",
        "group: background|[{name: x, from: robust, by: group}]|use form: reweight",
        "group: background|[{name: x, from: standard, by: group}]|by: standard costs are 1 for all",
        "group: background|[{from: distillation, by: class-and-group}]|by: standard costs are 1",
        "group: background|[{costs: ldam, by: class-and-group, name: x}]|class rules have a cost for each class",
      })
  void plan_badGroups_saysHowToMendThem(String group, String recipes, String message)
      throws IOException {
    String text =
        group.startsWith("group")
            ? birdsText()
            : birdsText().replace("sea", "1").replace("forest", "2");
    Path csv = Files.writeString(folder.resolve("few.csv"), text);
    assertThatThrownBy(() -> new StudyRuns(plan(csv, group, recipes)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("unknown key");
  }

  private static String birdsText() {
    return "bird,shape,background\n"
        + "a,1,sea\na,2,sea\na,3,forest\na,4,forest\nb,1,sea\nb,2,sea\n".repeat(4)
        + "b,3,forest\nb,4,forest\n".repeat(4);
  }

  @ParameterizedTest
  @CsvSource({
    "splitSeed: 0,group,select.by: 'few' has no groups; name their column with data.group",
    "group: background,groop,select.by: no 'groop'; did you mean 'group'"
  })
  void plan_badSelectBy_saysHowToMendIt(String group, String by, String message)
      throws IOException {
    String text = birdsText().replace("sea", "1").replace("forest", "2");
    Path csv = Files.writeString(folder.resolve("few.csv"), text);
    assertThatThrownBy(() -> new StudyRuns(plan(csv, group, "[bkd]", by)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(message);
  }

  @Test
  void plan_groupColumnWithOneValue_isRefused() throws IOException {
    Path csv = Files.writeString(folder.resolve("one.csv"), birdsText().replace("forest", "sea"));
    assertThatThrownBy(() -> new StudyRuns(plan(csv, "group: background", "[bkd]")))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("one value only, 'sea'; leave group out");
  }

  @Test
  void plan_classInGroupWithoutTrainingExamples_isNamedBeforeAnyTeacherIsTrained()
      throws IOException {
    String text = birdsText().replace("b,3,forest\nb,4,forest\n", "") + "b,3,forest\nb,4,forest\n";
    Path csv = Files.writeString(folder.resolve("cell.csv"), text);
    String recipes = "[{from: robust, by: class-and-group}]";
    assertThatThrownBy(() -> new StudyRuns(plan(csv, "group: background", recipes)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("class 'b in forest' has no weight in any of the");
  }

  @Test
  void of_oneGroup_isRefused() {
    int[] none = {0, 0};
    assertThatThrownBy(
            () ->
                GroupMetrics.of(2, new int[] {0, 1}, new int[] {1, 0}, none, List.of("all"), 0.95))
        .hasMessage("names: expected 2 groups or more, found [all]");
  }

  @Test
  void plan_groupTooSmallForValidation_isNamed() throws IOException {
    Path csv = Files.writeString(folder.resolve("small.csv"), birdsText() + "b,9,desert\n");
    assertThatThrownBy(() -> new StudyRuns(plan(csv, "group: background", "[bkd]")))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("group 'desert' has no example in the");
  }
}
