package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files as users of scikit-learn, pandas, NumPy and PyTorch save them, made by {@code
 * bench/fixtures/predictions.py}: every one gives the metrics that scikit-learn gives.
 */
class PredictionFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/limbeck/cli/predictions");

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(file));
  }

  private static List<Object> words(String command, String arguments) {
    List<Object> words = new ArrayList<>(List.of(command));
    for (String word : arguments.strip().split(" +", -1)) {
      words.add(word.replace("%", FOLDER + "/"));
    }
    return words;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          %sklearn-columns.csv       | labels from 'y_true' (names), probabilities (every row sums to 1) from bird, cat, dog; left out: the column without a name
          %sklearn-columns.csv.gz    | from bird, cat, dog
          %sklearn-columns.csv --scores bird,cat,dog --kind probabilities | probabilities from bird, cat, dog
          %sklearn-proba.csv         | labels from 'target' (names), predictions from 'y_pred', probabilities from proba_bird, proba_cat, proba_dog, ids from 'id'; left out: 'comment'
          %sklearn-proba.csv --scores proba_ --label target --ignore id,comment | left out: 'id', 'comment'
          %pandas-numbered.csv       | labels from 'label' (class indices), probabilities (every row sums to 1) from 0..2
          %numpy.npz                 | labels from numpy.npz: y_true (class indices), probabilities from numpy.npz: y_prob
          %numpy-names.npz           | labels from numpy-names.npz: labels (names), logits from numpy-names.npz: logits, ids from ids
          %numpy-unnamed.npz --scores arr_0 --label arr_1 | probabilities (every row sums to 1) from numpy-unnamed.npz: arr_0
          %torch-softmax.npy --labels %labels.npy        | probabilities (every row sums to 1)
          %torch-softmax.npy --labels %labels-names.npy  | (names)
          %torch-softmax.npy --labels %labels-bytes.npy  | (names)
          %torch-softmax.npy --labels %sklearn-predictions.csv  | 'y_true' of
          %torch-softmax.npy --labels %numpy.npz         | numpy.npz: y_true (class indices)
          %torch-logits.npy --labels %labels.npy         | logits (not between 0 and 1)
          %torch-half.npy --labels %labels.npy           | logits (not between 0 and 1)
          %fortran.npy --labels %labels.npy              | probabilities (every row sums to 1)
          %big-endian.npy --labels %labels.npy           | logits (not between 0 and 1)
          %version3.npy --labels %labels.npy --kind probabilities | probabilities from
          %scores.safetensors --labels %labels-names.npy | probabilities from scores.safetensors: probabilities
          %sklearn-scores.csv --labels %labels-names.npy | probabilities (every row sums to 1) from bird, cat, dog
          """)
  void evaluate_scores_givesTheMetricsOfScikitLearn(String arguments, String read)
      throws IOException {
    List<Object> words = words("evaluate", arguments);
    words.add("--json");
    Cli result = Cli.run(words.toArray());
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    JsonNode found = new ObjectMapper().readTree(result.out());
    JsonNode expected = json(FOLDER.resolve("expected.json"));
    assertThat(found.get("read").asText()).startsWith("read 60 rows: ");
    assertThat(found.get("read").asText().replace(FOLDER + "/", "")).contains(read);
    for (String figure : List.of("accuracy", "balancedAccuracy")) {
      assertThat(found.get(figure).asDouble())
          .isCloseTo(expected.get(figure).asDouble(), within(1e-12));
    }
    double tolerance = arguments.contains("half") ? 2e-3 : 1e-5;
    assertThat(found.get("negativeLogLikelihood").asDouble())
        .isCloseTo(expected.get("negativeLogLikelihood").asDouble(), within(tolerance));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          %sklearn-predictions.csv                      | bird
          %sklearn-predictions.csv --classes dog,cat,bird | dog
          %torch-argmax.npy --labels %labels.npy        | 0
          """)
  void evaluate_predictions_givesTheAccuracies(String arguments, String first) throws IOException {
    List<Object> words = words("evaluate", arguments);
    words.add("--json");
    JsonNode found = new ObjectMapper().readTree(Cli.run(words.toArray()).out());
    assertThat(found.get("accuracy").asDouble()).isCloseTo(0.8, within(1e-12));
    assertThat(found.at("/classNames/0").asText()).isEqualTo(first);
    assertThat(found.has("brier")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          %sklearn-columns.csv                           | bird
          %numpy-names.npz                               | cat
          %torch-logits.npy --labels %labels-names.npy   | dog
          %sklearn-proba.csv --classes dog,cat,bird      | dog
          """)
  void diagnose_scores_takesTheSameFiles(String arguments, String name) {
    Cli result = Cli.run(words("diagnose", arguments).toArray());
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("60 examples in 3 classes", name, "- read 60 rows: labels");
  }

  @Test
  void evaluate_namesOfClasses_areInTheTable() {
    String out = Cli.run(words("evaluate", "%sklearn-columns.csv").toArray()).out();
    assertThat(out.lines())
        .anyMatch(line -> line.matches(" +bird +\\d+ +0\\.\\d{4} +0\\.\\d{4}"))
        .anyMatch(
            line -> line.matches("worst-class accuracy +0\\.\\d{4} \\(class (bird|cat|dog).*\\)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          sklearn-columns.csv     | -                              | 0
          sklearn-columns.csv.gz  | - --format csv                 | 0
          numpy.npz               | - --format npz                 | 0
          torch-softmax.npy       | - --format npy --labels %labels.npy | 0
          numpy.npz               | -                              | 2
          torch-softmax.npy       | - --format parquet             | 2
          """)
  void evaluate_standardInput_isReadAsTheFormatSays(String input, String arguments, int code)
      throws IOException {
    Cli result = fromInput(FOLDER.resolve(input), words("evaluate", arguments));
    assertThat(result.code()).as(result.err()).isEqualTo(code);
    assertThat(result.err()).doesNotContain("\tat ");
  }

  @Test
  void evaluate_emptyStandardInput_isAUserError() throws IOException {
    Path empty = Files.createTempFile("empty", ".csv");
    Cli result = fromInput(empty, words("evaluate", "-"));
    Files.delete(empty);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith("limbeck: standard input: empty; give a table");
  }

  private static Cli fromInput(Path file, List<Object> words) throws IOException {
    InputStream before = System.in;
    try (InputStream in = Files.newInputStream(file)) {
      System.setIn(in);
      return Cli.run(words.toArray());
    } finally {
      System.setIn(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          %objects.npy --labels %labels.npy      | holds Python objects (dtype object), which is a pickle
          %torch-softmax.npy                     | no labels; it needs an array 'labels', or --labels FILE
          %numpy-unnamed.npz                     | no labels; it needs an array 'labels', or --labels FILE; it has arr_0, arr_1
          %torch-softmax.npy --labels %fortran.npy | labels have shape [60, 3]; give one class for each row
          %torch-softmax.npy --labels %labels.npy --classes 4 | expected scores of 4 classes, found 3
          %torch-logits.npy --labels %labels.npy --kind probabilities | expected a probability in [0, 1], found
          %torch-logits.npy --labels %labels-names.npy --classes a,b,c | no class '
          %sklearn-scores.csv                    | column 'label' is missing, and no other is named like labels
          %sklearn-proba.csv --label targt       | no column 'targt' for --label; did you mean 'target'?
          %sklearn-proba.csv --group comment     | column 'comment': one value only
          %sklearn-proba.csv --classes dog,cat   | line 1: expected scores of 2 classes, found 3 columns
          %sklearn-proba.csv --kind guess        | Invalid value for option '--kind'
          %none.parquet                          | does not exist
          %sklearn-proba.csv --data %labels.npy  | --data and --seed are for ONNX models
          %                                      | is a directory without run.json
          """)
  void evaluate_whatDoesNotFit_isAUserError(String arguments, String message) {
    Cli result = Cli.run(words("evaluate", arguments).toArray());
    assertThat(result.err()).startsWith("limbeck: ").contains(message).doesNotContain("\tat ");
    assertThat(result.out()).isEmpty();
    assertThat(result.code()).isEqualTo(2);
  }

  private static Path write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** Rows of a table with commas, in another form. */
  private static String rows(int count, String row) {
    return row.repeat(count);
  }

  @Test
  void evaluate_semicolonsAndTabs_areFoundFromTheHeader(@TempDir Path folder) throws IOException {
    Path semicolons =
        write(folder, "p.csv", "label;p_a;p_b\na;0,75;0,25\nb;0,1;0,9\na;0,25;0,75\nb;0;1\n");
    Path tabs = write(folder, "p.tsv", "label\tp_a\tp_b\na\t0.75\t0.25\nb\t0.1\t0.9\n");
    Cli commas = Cli.run("evaluate", semicolons);
    assertThat(commas.out())
        .contains("fields separated by semicolons, decimal commas", "accuracy                0.75");
    assertThat(Cli.run("evaluate", tabs).out())
        .contains("separated by tabs", "accuracy  ", "1.0000");
    Path mixed = write(folder, "m.csv", "label;p_a;p_b\na;0,75;0.25\n");
    Cli refused = Cli.run("evaluate", mixed);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("line 2, column 'p_b': decimal commas and decimal points in one file");
  }

  @Test
  void commands_otherOrderOfClasses_areHintedAt(@TempDir Path folder) throws IOException {
    Path file =
        write(
            folder,
            "z.csv",
            "label,z0,z1,z2\n"
                + rows(30, "ant,0,5,1\n")
                + rows(30, "bee,1,0,6\n")
                + rows(30, "cat,7,1,0\n"));
    Cli evaluated = Cli.run("evaluate", file);
    assertThat(evaluated.code()).isZero();
    assertThat(evaluated.err())
        .contains("note: the classes of", "0 of 90 examples with labels are right")
        .contains("the order of its classes is cat,ant,bee")
        .contains("with --classes", "Nothing was changed");
    assertThat(evaluated.out()).contains("accuracy                0.0000");
    assertThat(Cli.run("evaluate", file, "--classes", "cat,ant,bee").out())
        .contains("accuracy                1.0000");
    assertThat(Cli.run("diagnose", file, "--classes", "cat,ant,bee").err()).isEmpty();
    Path predictions =
        write(
            folder,
            "p.csv",
            "label,prediction\n" + rows(30, "0,1\n") + rows(30, "1,0\n") + rows(30, "2,2\n"));
    assertThat(Cli.run("evaluate", predictions).err()).contains("'0' at the place of '1'");
  }

  @Test
  void evaluate_logitsLikeProbabilities_areDoubted(@TempDir Path folder) throws IOException {
    String table = rows(2, "0,0.75,0.25\n") + rows(2, "1,0.25,0.75\n");
    Path file = write(folder, "z.csv", "label,z0,z1\n" + table);
    assertThat(Cli.run("evaluate", file).out())
        .contains(
            "these logits are all in [0, 1] and sum to 1 in every row", "--kind probabilities");
    assertThat(Cli.run("evaluate", write(folder, "p.csv", "label,p0,p1\n" + table)).out())
        .doesNotContain("these logits");
  }

  @Test
  void evaluate_unknownName_namesTheClasses(@TempDir Path folder) throws IOException {
    Path file = write(folder, "p.csv", "label,proba_ant,proba_bee\nants,0.5,0.5\n");
    assertThat(Cli.run("evaluate", file).err())
        .contains("no class 'ants'", "the classes are ant, bee");
  }
}
