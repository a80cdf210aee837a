package org.limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.LimbeckException;
import org.limbeck.compare.Runs;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.SourceData;
import org.limbeck.data.Split;
import org.limbeck.data.column.Columns;
import org.limbeck.data.column.MissingValues;
import org.limbeck.plan.StudyPlan;
import org.limbeck.store.DataSummary;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunRecord;
import org.limbeck.store.StoredPredictions;
import org.limbeck.study.StudyListener;
import org.limbeck.train.Evaluation;

/** A study of a table with every type of column, from raw rows to ONNX Runtime on raw rows. */
class TableStudyTest {
  @TempDir private Path folder;
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final List<String> notes = new ArrayList<>();

  @BeforeEach
  void register() {
    ToyTable.register(folder);
  }

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(before);
  }

  private static StudyPlan plan(Map<String, String> options) {
    var data = DataPlan.of("toy", null);
    for (Map.Entry<String, String> option : options.entrySet()) {
      data = data.with(option.getKey(), option.getValue());
    }
    return Runs.plan(2, 0L).toBuilder().data(data).build();
  }

  private StudyWorkflow.Result run(StudyPlan plan) {
    var listener =
        new StudyListener() {
          @Override
          public void onNote(String note) {
            notes.add(note);
          }
        };
    StudyOptions options = StudyOptions.builder().listener(listener).cores(1).build();
    return StudyWorkflow.run(plan, folder.resolve("study"), options);
  }

  @ParameterizedTest
  @CsvSource({"mean, 50", "flag, 2", "refuse, 3"})
  void run_everyType_predictsTheSameFromRawRows(String missing, String limit) throws OrtException {
    StudyPlan plan = plan(Map.of("missing", missing, "limit", limit, "weights", "yes"));
    StudyWorkflow.Result result = run(plan);
    Dataset data = Datasets.build(plan.data(), 0);
    float[] expected = predictions(result, data);
    assertThat(scored(result, named(data)))
        .hasSize(ToyTable.TEST * 3)
        .containsExactly(expected, Offset.offset(2e-5f));
  }

  @ParameterizedTest
  @CsvSource({"mean", "flag", "refuse"})
  void run_numbersAlone_takesOneMatrix(String missing) throws OrtException {
    StudyPlan plan = plan(Map.of("missing", missing, "numbers", "yes"));
    StudyWorkflow.Result result = run(plan);
    Dataset data = Datasets.build(plan.data(), 0);
    float[][] rows = new float[ToyTable.TEST][3];
    for (int i = 0; i < rows.length; i++) {
      Evaluation.examples(data, Split.TEST).raw().read(i, rows[i], 0);
    }
    assertThat(scored(result, Map.of("input", rows)))
        .containsExactly(predictions(result, data), Offset.offset(2e-5f));
  }

  private static RunRecord selected(StudyWorkflow.Result result) {
    return result.leaderboard().selected().orElseThrow().combination().runs().get(0);
  }

  private static float[] predictions(StudyWorkflow.Result result, Dataset data) {
    var directory = new RunDirectory(result.directory(), selected(result).id());
    return StoredPredictions.read(directory, data, Split.TEST).probabilities();
  }

  /** The test rows as a user has them: arrays by column. */
  private static Map<String, Object> named(Dataset data) {
    var age = new float[ToyTable.TEST][1];
    var member = new float[ToyTable.TEST][1];
    var always = new float[ToyTable.TEST][1];
    var city = new String[ToyTable.TEST][1];
    var same = new String[ToyTable.TEST][1];
    var vector = new float[ToyTable.TEST][3];
    var row = new float[8];
    for (int i = 0; i < ToyTable.TEST; i++) {
      Evaluation.examples(data, Split.TEST).raw().read(i, row, 0);
      age[i][0] = row[0];
      member[i][0] = row[1];
      always[i][0] = row[2];
      city[i][0] = Float.isNaN(row[3]) ? "" : ToyTable.CITIES.get((int) row[3]);
      same[i][0] = "x";
      System.arraycopy(row, 5, vector[i], 0, 3);
    }
    return Map.of(
        "age",
        age,
        "member",
        member,
        "always 3",
        always,
        "city",
        city,
        "same",
        same,
        "logits_",
        vector);
  }

  private static float[] scored(StudyWorkflow.Result result, Map<String, ?> inputs)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Map<String, OnnxTensor> tensors = new HashMap<>();
    for (Map.Entry<String, ?> input : inputs.entrySet()) {
      tensors.put(input.getKey(), OnnxTensor.createTensor(environment, input.getValue()));
    }
    try (var session = environment.createSession(result.exported().orElseThrow().toString());
        var outputs = session.run(tensors)) {
      float[][] rows = (float[][]) outputs.get("probabilities").orElseThrow().getValue();
      var flat = new float[rows.length * rows[0].length];
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
      }
      return flat;
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  @Test
  void run_everyType_saysWhatIsMissingOrUnseen() throws IOException {
    StudyWorkflow.Result result = run(plan(Map.of("missing", "flag", "limit", "2")));
    assertThat(notes)
        .anyMatch(
            note ->
                note.startsWith("rows with missing values: 'age' ")
                    && note.contains("in training, "))
        .anyMatch(note -> note.startsWith("rows with texts that training has not: 'city' "))
        .anyMatch(
            note ->
                note.startsWith("rows with texts too rare for a feature of their own: 'city' "));
    Document report = Jsoup.parse(Files.readString(result.directory().resolve("report.html")));
    assertThat(report.select("#columns tbody tr.teacher th").eachText())
        .containsExactly(
            "age: missing",
            "member: missing",
            "always 3: missing",
            "city: missing",
            "city: text that training has not",
            "city: text too rare for a feature",
            "logits: missing");
    assertThat(report.select("#columns .lead").text()).startsWith("6 columns became 15 features");
    String card = Files.readString(result.directory().resolve("student.md"));
    assertThat(card)
        .contains(
            "`[batch, 1]`", "| logits\\_ | logits | ", "inputs.put(\"city\"", "\"city\": np.array")
        .contains("validation and test examples, given as raw rows");
    DataSummary.Features features = Objects.requireNonNull(selected(result).data().features());
    assertThat(features.encoding().featureNames())
        .containsExactly(
            "age",
            "member",
            "always 3",
            "city=Rome",
            "city=Berlin",
            "city (other)",
            "same=x",
            "logits[0]",
            "logits[1]",
            "logits[2]",
            "age (missing)",
            "member (missing)",
            "always 3 (missing)",
            "city (missing)",
            "logits (missing)");
  }

  @Test
  void build_missingValuesRefused_countsThemByColumnAndSplit() {
    DataPlan mean = plan(Map.of("missing", "mean")).data();
    SourceData source = new ToyTable().load(mean.options());
    Columns columns = source.columns().orElseThrow();
    var refusing =
        new SourceData(
            source.name(),
            source.licence(),
            source.classNames(),
            source.groupNames(),
            source.train(),
            source.test(),
            source.notes(),
            Optional.of(new Columns(columns.columns(), MissingValues.REFUSE, 50)));
    assertThatThrownBy(() -> Datasets.build(refusing, mean, 0))
        .isInstanceOf(LimbeckException.class)
        .hasMessageMatching(
            "data 'toy': values are missing: 'age' \\d+ in training, \\d+ in validation, \\d+ in test; 'member' .*"
                + "; set data.missing: mean or flag, or leave these columns out");
  }

  @Test
  void build_weights_changeTheFingerprintAndNothingElse() {
    Dataset plain = Datasets.build(plan(Map.of()).data(), 0);
    Dataset weighted = Datasets.build(plan(Map.of("weights", "yes")).data(), 0);
    assertThat(weighted.fingerprint()).isNotEqualTo(plain.fingerprint());
    assertThat(weighted.encoding()).isEqualTo(plain.encoding());
    assertThat(Arrays.equals(weighted.train().rows(0, 100), plain.train().rows(0, 100))).isTrue();
  }
}
