package org.limbeck.teacher.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limbeck.LimbeckException;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;
import org.limbeck.data.ValidationFrom;
import org.limbeck.data.ValidationParts;
import org.limbeck.data.Views;
import org.limbeck.teacher.foreign.ForeignSource.Ensemble;
import org.limbeck.teacher.foreign.ForeignSource.Ensemble.Combination;

/** Ensembles of files of scores. */
class FileEnsembleTest extends ScoreFilesFixture {
  @Test
  void ensemble_ofFiles_mixesAllSplits() throws IOException {
    Dataset data = data(false);
    List<ForeignSource> members = List.of(byRow(train()), byRow(flat()));
    for (Combination combination : Combination.values()) {
      try (ForeignScores scores = open(new Ensemble(members, combination), data)) {
        float[] mixed = scores.logits(Split.TRAIN).orElseThrow();
        assertThat(mixed).hasSize(data.train().size() * 3);
        assertThat(scores.views(Views.NONE)).isEmpty();
        assertThat(scores.costs()).isEmpty();
        double sum = Math.exp(mixed[0]) + Math.exp(mixed[1]) + Math.exp(mixed[2]);
        assertThat(sum).isCloseTo(1, within(1e-6));
        assertThat(scores.notes())
            .hasSize(combination == Combination.VALIDATION ? 3 : 2)
            .allMatch(
                note ->
                    !note.contains("weights fitted")
                        || note.contains("The teacher now depends on these labels"));
      }
    }
  }

  @Test
  void ensemble_drivingRows_areAllThatWeightsSee() throws IOException {
    Dataset data = data(false);
    int[] rows = data.parts().orElseThrow().driving(ValidationParts.Part.FIRST);
    var ensemble = new Ensemble(List.of(byRow(train()), byRow(flat())), Combination.VALIDATION);
    float[] whole;
    try (ForeignScores scores = open(ensemble, data)) {
      whole = scores.logits(Split.TRAIN).orElseThrow();
    }
    try (ForeignScores scores = ForeignTeachers.open(ensemble, data, 1, Optional.of(rows))) {
      assertThat(scores.logits(Split.TRAIN).orElseThrow()).isNotEqualTo(whole);
      assertThat(scores.notes())
          .anyMatch(
              note ->
                  note.contains("fitted to the labels of %d validation".formatted(rows.length))
                      && note.contains("its students are judged by other examples"));
    }
    assertThat(ensemble.fitsValidation()).isTrue();
    assertThat(new Ensemble(List.of(ensemble, byRow(train())), Combination.MEAN_LOGIT))
        .matches(ForeignSource::fitsValidation);
    assertThat(byRow(train()).fitsValidation()).isFalse();
  }

  private Path flat() throws IOException {
    float[] flat = logits(0, ROWS);
    for (int i = 0; i < flat.length; i++) {
      flat[i] /= 3;
    }
    return npy("flat.npy", "<f4", flat, ROWS);
  }

  @Test
  void ensemble_weightsWithoutValidation_areRefused() throws IOException {
    Dataset data = data(true, ValidationFrom.TEST);
    List<ForeignSource> members = List.of(byRow(train()), byRow(train()));
    assertThatThrownBy(() -> open(new Ensemble(members, Combination.VALIDATION), data))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("weights: validation needs scores of the validation rows");
    try (ForeignScores scores = open(new Ensemble(members, Combination.MEAN_LOGIT), data)) {
      assertThat(scores.logits(Split.VALIDATION)).isEmpty();
      assertThat(scores.notes())
          .anyMatch(note -> note.contains("no scores of the validation split, since"));
    }
  }
}
