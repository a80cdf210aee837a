package org.limbeck.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.compare.Combination;
import org.limbeck.compare.FrontPlace;
import org.limbeck.compare.Leaderboard;
import org.limbeck.compare.Outcomes;
import org.limbeck.compare.SplitMetric;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.Interval;
import org.limbeck.store.DataSummary;
import org.limbeck.store.RunRecord;

class ModelCardTest {
  private static final Parity PARITY = new Parity(1797, 3.81e-6, 2.4e-7, "1.28.0");

  @TempDir private static Path folder;
  private static Leaderboard leaderboard = new Leaderboard(List.of());

  @BeforeAll
  static void train() {
    leaderboard = Students.train(folder);
  }

  private static SelectedStudent student(String objective) {
    return new SelectedStudent(
        Students.row(leaderboard, objective), 0, SplitMetric.WORST_CLASS_ACCURACY, List.of());
  }

  private static String card(SelectedStudent student) {
    var model = new StudentModel(Students.network("mlp 8"), new byte[] {1, 2, 3}, PARITY);
    return ModelCard.of(student, model, Students.DATA);
  }

  @Test
  void of_student_saysWhatItIs() {
    assertThat(card(student("balanced")))
        .contains("# Student for digits\n")
        .contains("network `mlp 8`, 610 parameters")
        .contains("float32 `[batch, 1, 8, 8]`")
        .contains("values from 0.0 to 16.0")
        .contains("np.zeros((1, 1, 8, 8), dtype=np.float32)")
        .contains("new float[64]");
  }

  @Test
  void of_student_holdsItsResults() {
    SelectedStudent student = student("balanced");
    ClassMetrics test = student.test();
    Leaderboard.Row row = student.row();
    assertThat(card(student))
        .contains(line("Accuracy", test.accuracy(), row.of(SplitMetric.ACCURACY)))
        .contains(
            line(
                "Balanced accuracy",
                test.balancedAccuracy(),
                row.of(SplitMetric.BALANCED_ACCURACY)))
        .contains(
            line(
                "Worst-class accuracy",
                test.worstClassAccuracy(),
                row.of(SplitMetric.WORST_CLASS_ACCURACY)))
        .doesNotContain("Worst-k") // k is 1
        .contains(
            "at least **" + Percent.lower(test.worstClassLowerBound()) + "**, at confidence 95 %")
        .contains(
            "at most **" + Percent.upper(test.worstClassUpperBound()) + "**, at confidence 95 %")
        .contains("Worst class: **" + test.worstClass() + "**");
  }

  private static String line(String name, double share, Interval seeds) {
    return "| %s | %s | %s |\n".formatted(name, Percent.of(share), Percent.of(seeds));
  }

  @Test
  void of_student_listsEveryClass() {
    SelectedStudent student = student("balanced");
    ClassMetrics test = student.test();
    String card = card(student);
    for (int y = 0; y < 10; y++) {
      Double accuracy = test.classAccuracy().get(y);
      Double bound = test.classLowerBound().get(y);
      assertThat(accuracy).isNotNull();
      assertThat(bound).isNotNull();
      assertThat(card)
          .contains(
              "| %d | %d | %s | %s |\n"
                  .formatted(
                      y, test.classCount().get(y), Percent.of(accuracy), Percent.lower(bound)));
    }
  }

  @Test
  void of_student_holdsDataRecipeAndProvenance() {
    SelectedStudent student = student("balanced");
    assertThat(card(student))
        .contains("Alpaydin & Kaynak 1998".replace("&", "\\&"))
        .contains("- Teacher recipe: standard\n")
        .contains("- Teacher scores: temperature\n")
        .contains("- Student recipe: balanced\n")
        .contains("- Seed: 0\n")
        .contains("- Epochs: 2; the weights are those after epoch 2\n")
        .contains(
            "Run `"
                + student.run().id()
                + "`, teacher run `"
                + student.teacher().orElseThrow().runId())
        .contains(student.run().data().fingerprint())
        .contains("SHA-256 `039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81`")
        .contains("3.8e-06 in the logits, 2.4e-07 in the probabilities");
  }

  @Test
  void of_warnings_areAtTheTop() {
    SelectedStudent student = student("balanced");
    var warned =
        new SelectedStudent(
            student.row(), 0, student.chosenBy(), List.of("0 % on class a|b.", "Few examples."));
    assertThat(card(warned))
        .containsSubsequence(
            "distilled from a teacher by Limbeck.\n\n",
            "**Warning:** 0 % on class a\\|b.\n\n",
            "**Warning:** Few examples.\n\n",
            "- Input `input`");
    assertThat(card(student)).doesNotContain("Warning", "(few)", "are few");
  }

  @Test
  void of_classesWithFewTestExamples_areMarked() {
    SelectedStudent student = student("balanced");
    Combination old = student.row().combination();
    List<RunRecord> few =
        old.runs().stream().map(run -> Outcomes.with(run, 15, 20, 20, 29)).toList();
    var row =
        new Leaderboard.Row(
            new Combination(old.teacher(), Objects.requireNonNull(old.student()), few),
            student.row().test(),
            student.row().comparisons(),
            student.row().front(),
            student.row().selected());
    assertThat(card(new SelectedStudent(row, 0, student.chosenBy(), List.of())))
        .contains("right of 29 test examples, which are few. On data", "| 1 | 29 (few) | ");
  }

  @Test
  void of_otherThanStandard_holdsTheDifference() {
    SelectedStudent student = student("balanced");
    Interval difference = Objects.requireNonNull(student.row().difference());
    assertThat(card(student)).contains(Percent.points(difference) + ".\n");
  }

  @Test
  void of_standardItself_claimsNoGain() {
    assertThat(card(student("standard"))).contains("nothing was gained");
  }

  @Test
  void of_rowWithoutStandard_saysSo() {
    Leaderboard.Row row = student("balanced").row();
    var alone =
        new Leaderboard.Row(row.combination(), row.test(), Map.of(), FrontPlace.NONE, false);
    assertThat(card(new SelectedStudent(alone, 0, SplitMetric.WORST_CLASS_ACCURACY, List.of())))
        .contains("There is no standard student")
        .contains("named by hand");
  }

  @Test
  void of_classNamesWithMarkup_keepsTablesWhole() {
    List<String> names = IntStream.range(0, 10).mapToObj(y -> "a|b\n<i>`" + y + "`").toList();
    String card = card(renamed(student("balanced"), names));
    assertThat(card).contains("| a\\|b \\<i\\>\\`4\\` | ").doesNotContain("<i>");
    assertThat(card.lines().filter(text -> text.startsWith("| a")).toList()).hasSize(20);
  }

  private static SelectedStudent renamed(SelectedStudent student, List<String> names) {
    List<RunRecord> runs =
        student.row().combination().runs().stream().map(run -> renamed(run, names)).toList();
    Combination old = student.row().combination();
    Leaderboard.Row row = student.row();
    return new SelectedStudent(
        new Leaderboard.Row(
            new Combination(old.teacher(), Objects.requireNonNull(old.student()), runs),
            row.test(),
            row.comparisons(),
            row.front(),
            row.selected()),
        student.seed(),
        student.chosenBy(),
        student.warnings());
  }

  private static RunRecord renamed(RunRecord run, List<String> names) {
    DataSummary data = run.data();
    return new RunRecord(
        run.formatVersion(),
        run.id(),
        run.spec(),
        new DataSummary(
            data.name(),
            data.fingerprint(),
            data.protocol(),
            names,
            data.trainCounts(),
            data.validationCounts(),
            data.testCounts()),
        run.parameters(),
        run.last(),
        run.best(),
        run.diagnoses(),
        run.teacherPasses(),
        run.provenance(),
        run.seconds(),
        run.files(),
        run.checksum());
  }

  @Test
  void of_otherLocale_isTheSame() {
    Locale before = Locale.getDefault();
    String expected = card(student("balanced"));
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(card(student("balanced"))).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }
}
