package org.limbeck.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limbeck.LimbeckException;
import org.limbeck.scores.ScoreTable;

class PairedRowsTest {
  private static final int[] LABELS = {0, 0, 1, 1, 1};
  private static final ScoreTable BASELINE = table("old", LABELS, 0, 0, 1, 0, 1);
  private static final ScoreTable CANDIDATE = table("new", LABELS, 1, 0, 1, 1, 0);
  private static final Gate GATE = Gate.of(Requirement.maxDrop(0.5));

  private static ScoreTable table(String source, int[] labels, int... predictions) {
    return ScoreTable.ofPredictions(source, 2, labels, predictions)
        .withClassNames(List.of("cat", "dog"));
  }

  private static ScoreTable ids(ScoreTable table, String... ids) {
    return table.withIds(Optional.of(List.of(ids)));
  }

  private static void assertRefused(ScoreTable candidate, ScoreTable baseline, String message) {
    assertThatThrownBy(() -> GATE.against(baseline).check(candidate))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(message);
  }

  private static List<String> changes(GateResult result) {
    return result.rules().stream()
        .map(RuleResult::drop)
        .map(drop -> drop == null ? "" : drop.baselineOnly() + ":" + drop.candidateOnly())
        .toList();
  }

  @Test
  void rows_withoutIds_arePairedInOrderAndSaySo() {
    GateResult result = GATE.against(BASELINE).check(CANDIDATE);
    assertThat(changes(result)).containsExactly("1:0", "1:1");
    assertThat(result.notes()).anyMatch(note -> note.contains("row by row"));
  }

  @Test
  void rows_withIdsInAnotherOrder_arePairedById() {
    ScoreTable shuffled = table("new", new int[] {1, 0, 1, 0, 1}, 0, 0, 1, 1, 1);
    GateResult result =
        GATE.against(ids(BASELINE, "a", "b", "c", "d", "e"))
            .check(ids(shuffled, "e", "b", "d", "a", "c"));
    assertThat(changes(result)).containsExactly("1:0", "1:1");
    assertThat(result.notes()).isEmpty();
  }

  @Test
  void rows_classNamesInAnotherOrder_arePairedByName() {
    ScoreTable turned =
        ScoreTable.ofPredictions("old", 2, new int[] {1, 1, 0, 0, 0}, new int[] {1, 1, 0, 1, 0})
            .withClassNames(List.of("dog", "cat"));
    assertThat(changes(GATE.against(turned).check(CANDIDATE))).containsExactly("1:0", "1:1");
  }

  @Test
  void rows_thatDoNotMatch_areRefused() {
    assertRefused(BASELINE, BASELINE, "the baseline old is the same model");
    assertRefused(
        CANDIDATE,
        ids(BASELINE, "a", "b", "c", "d", "e").withClassNames(List.of("cat", "owl")),
        "only the candidate: dog; only the baseline: owl");
    assertRefused(
        ids(CANDIDATE, "a", "b", "c", "d", "x"),
        ids(BASELINE, "a", "b", "c", "d", "e"),
        "new, row 5: id 'x' is not in its baseline old");
    assertRefused(
        ids(CANDIDATE, "a", "b", "c", "d", "b"),
        BASELINE,
        "new: id 'b' of row 5 is that of row 2 as well");
    assertRefused(
        ids(CANDIDATE, "a", "b", "c", "d", "e"),
        ids(BASELINE, "a", "b", "c", "d", "d"),
        "old: id 'd' of row 5 is that of row 4 as well");
    assertRefused(
        CANDIDATE,
        table("old", new int[] {0, 1, 1, 1, 1}, 0, 0, 1, 0, 1),
        "new, row 2: the label is 'cat', but 'dog' in row 2 of its baseline old");
    assertRefused(
        CANDIDATE,
        table("old", new int[] {0, 0}, 0, 1),
        "new has 5 rows and its baseline old has 2");
  }

  @Test
  void fingerprints_given_decideWhatIsTheSame() {
    GateResult result = GATE.against(BASELINE, "model 1").check(BASELINE, "model 2");
    assertThat(changes(result)).containsExactly("0:0", "0:0");
    assertThatThrownBy(() -> GATE.against(BASELINE, "model 1").check(CANDIDATE, "model 1"))
        .hasMessageContaining("same model");
  }
}
