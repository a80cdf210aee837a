package org.limbeck.teacher.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.data.DataPlan;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.SourceData;
import org.limbeck.data.Split;
import org.limbeck.data.ValidationFrom;
import org.limbeck.data.csv.CsvSource;
import org.limbeck.teacher.foreign.ForeignSource.ScoreFiles;

/** Scores in files, for 120 rows of three classes and a test part of 30. */
class FileScoresTest extends ScoreFilesFixture {
  @Test
  void open_npyByRow_servesEverySplitOfItsPart() throws IOException {
    Dataset data = data(false);
    try (ForeignScores scores = open(byRow(train()), data)) {
      for (Split split : Split.values()) {
        assertLogits(scores, data, split, 0);
      }
      assertThat(scores.notes()).singleElement().asString().contains("scores train.npy: ");
      assertThat(scores.costs()).isEmpty();
    }
  }

  @Test
  void open_csvOfNamedProbabilitiesById_isJoinedInAnyOrder() throws IOException {
    Dataset data = data(true);
    Path train = file("t.csv", csv(true, shuffled(ROWS + TEST_ROWS)));
    try (ForeignScores scores = open(byId(train), data)) {
      assertLogits(scores, data, Split.TRAIN, 0);
      assertLogits(scores, data, Split.VALIDATION, 0);
      assertLogits(scores, data, Split.TEST, ROWS);
      assertThat(scores.notes())
          .singleElement()
          .asString()
          .contains(
              "read 150 rows: probabilities from proba_ant, proba_bee, proba_cat, ids from 'key'");
    }
  }

  @Test
  void open_testFileByRow_servesTestAndWhatIsCutFromIt() throws IOException {
    Dataset data = data(true, ValidationFrom.TEST);
    Path test = npy("test.npy", "<f4", logits(ROWS, ROWS + TEST_ROWS), TEST_ROWS);
    var files = new ScoreFiles(train(), Optional.of(test), Optional.empty(), ModelOutput.FOUND);
    try (ForeignScores scores = open(files, data)) {
      assertLogits(scores, data, Split.TRAIN, 0);
      assertLogits(scores, data, Split.VALIDATION, ROWS);
      assertLogits(scores, data, Split.TEST, ROWS);
    }
    try (ForeignScores scores = open(byRow(train()), data)) {
      assertThat(scores.logits(Split.VALIDATION)).isEmpty();
      assertThat(scores.logits(Split.TEST)).isEmpty();
      assertThat(scores.notes())
          .anyMatch(note -> note.contains("its calibration and class gaps are not known"))
          .anyMatch(note -> note.contains("no scores of the test split"));
    }
  }

  @Test
  void open_validationFileByRow_servesTheOfficialValidationPart() throws IOException {
    SourceData whole =
        new CsvSource()
            .load(
                Map.of(
                    "train",
                    file("d.csv", rows(0, ROWS)).toString(),
                    "id",
                    "key",
                    "label",
                    "kind"));
    var parts =
        new SourceData(
            "parts",
            "",
            whole.classNames(),
            List.of(),
            whole.train().select(IntStream.range(0, 90).toArray()),
            Optional.of(whole.train().select(IntStream.range(90, ROWS).toArray())),
            Optional.empty(),
            List.of(),
            Optional.empty());
    DataPlan plan = DataPlan.builder("csv").validation(ValidationFrom.TRAIN, 0.2).build();
    Dataset data = Datasets.build(parts, plan, 0);
    Path train = npy("t.npy", "<f4", logits(0, 90), 90);
    Path validation = npy("v.npy", "<f4", logits(90, ROWS), 30);
    var files =
        new ScoreFiles(
            train, Optional.of(validation), Optional.empty(), Optional.empty(), ModelOutput.FOUND);
    try (ForeignScores scores = open(files, data)) {
      assertLogits(scores, data, Split.TRAIN, 0);
      assertLogits(scores, data, Split.VALIDATION, 90);
      assertLogits(scores, data, Split.TEST, 0);
    }
  }
}
