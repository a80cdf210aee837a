package org.limbeck.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.scores.ScoreTable;

class GateLedgerTest {
  @TempDir Path folder;

  private static ScoreTable table(int wrong) {
    int n = 200;
    int[] labels = IntStream.range(0, n).map(i -> i % 2).toArray();
    int[] predictions = IntStream.range(0, n).map(i -> i < wrong ? 1 - i % 2 : i % 2).toArray();
    return ScoreTable.ofPredictions("made up", 2, labels, predictions)
        .withIds(Optional.of(IntStream.range(0, n).mapToObj(i -> "id " + i).toList()));
  }

  private Gate gate() {
    return Gate.of(Requirement.worstClass(0.8)).ledger(folder.resolve("looks.jsonl"));
  }

  @Test
  void looks_unplanned_areSaidAndChangeNoVerdict() {
    assertThat(gate().check(table(4)).notes()).isEmpty();
    GateResult second = gate().check(table(6));
    assertThat(second.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(second.level()).isEqualTo(1 - 0.95);
    assertThat(second.look()).hasValueSatisfying(look -> assertThat(look.number()).isEqualTo(2));
    assertThat(second.notes())
        .anyMatch(note -> note.startsWith("2nd candidate judged on these examples"));
    GateResult again = gate().check(table(4));
    assertThat(again.notes()).anyMatch(note -> note.contains("taken before"));
  }

  @Test
  void looks_planned_shareTheErrorAndThenNothingHolds() {
    Gate planned = gate().looks(2);
    assertThat(planned.check(table(4)).level()).isEqualTo((1 - 0.95) / 2);
    assertThat(planned.check(table(6)).verdict()).isEqualTo(Verdict.HOLDS);
    GateResult third = planned.check(table(8));
    assertThat(third.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(third.notes()).anyMatch(note -> note.contains("nothing holds any more"));
    assertThat(planned.check(table(180)).verdict()).isEqualTo(Verdict.VIOLATED);
    assertThat(planned.check(table(4)).verdict()).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void looks_rowsWithoutIds_areKnownByTheirLabels() {
    ScoreTable plain = table(4).withIds(Optional.empty());
    List<String> notes = gate().check(plain).notes();
    assertThat(notes).anyMatch(note -> note.contains("has no ids"));
    assertThat(gate().check(table(5).withIds(Optional.empty())).look().orElseThrow().number())
        .isEqualTo(2);
  }
}
