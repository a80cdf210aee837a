package org.limbeck.gate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;

class LedgerTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("looks.jsonl");
  }

  private static RowHashes rows(int from, int to) {
    return RowHashes.ofIds(IntStream.range(from, to).mapToObj(i -> "row " + i).toList());
  }

  private Look look(String candidate, RowHashes rows, Integer... planned) {
    OptionalInt plan = planned.length == 0 ? OptionalInt.empty() : OptionalInt.of(planned[0]);
    var key = new LookKey(candidate, "rules", rows, 0.95, plan);
    return Ledger.at(file()).look(key, look -> look, look -> "holds").result();
  }

  @Test
  void look_sameCandidateRulesAndRows_isTheSameLook() {
    assertThat(look("a", rows(0, 10)).number()).isEqualTo(1);
    assertThat(look("b", rows(0, 10)).number()).isEqualTo(2);
    Look again = look("a", rows(0, 10));
    assertThat(again.number()).isEqualTo(1);
    assertThat(again.repeated()).isTrue();
    assertThat(again.candidates()).isEqualTo(2);
    assertThat(look("c", rows(0, 10)).number()).isEqualTo(3);
  }

  @Test
  void look_anyOverlap_isAnotherLook() {
    look("a", rows(0, 10));
    assertThat(look("b", rows(9, 20)).number()).isEqualTo(2);
    Look others = look("b", rows(100, 120));
    assertThat(others.number()).isEqualTo(1);
    assertThat(others.notes()).anyMatch(note -> note.contains("2 looks at other examples"));
  }

  @Test
  void look_growingRows_areLooksAndAreWrittenOnce() throws IOException {
    look("a", rows(0, 1000));
    long first = Files.size(file());
    assertThat(look("a", rows(0, 1010)).number()).isEqualTo(2);
    assertThat(look("a", rows(0, 1020)).number()).isEqualTo(3);
    assertThat(Files.size(file()) - first).isLessThan(2000);
    assertThat(look("b", rows(1015, 1016)).number()).isEqualTo(2);
    assertThat(look("b", rows(1005, 1006)).number()).isEqualTo(3);
  }

  @Test
  void look_otherRules_isAnotherLook() {
    look("a", rows(0, 10));
    var key = new LookKey("a", "other rules", rows(0, 10), 0.95, OptionalInt.empty());
    Look other = Ledger.at(file()).look(key, look -> look, look -> "holds").result();
    assertThat(other.number()).isEqualTo(2);
    assertThat(other.candidates()).isEqualTo(1);
  }

  @Test
  void look_moreThanPlanned_isBeyondThePlan() {
    assertThat(look("a", rows(0, 10), 2).beyondPlan()).isFalse();
    assertThat(look("b", rows(0, 10), 2).beyondPlan()).isFalse();
    assertThat(look("c", rows(0, 10), 2).beyondPlan()).isTrue();
    assertThat(look("b", rows(0, 10), 2).beyondPlan()).isFalse();
    assertThatThrownBy(() -> look("d", rows(0, 10), 5))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("2 looks at these examples were planned, not 5");
  }

  @Test
  void look_cutLastLine_isKeptAndSaid() throws IOException {
    look("a", rows(0, 10));
    look("b", rows(0, 10));
    String text = Files.readString(file());
    Files.writeString(file(), text.substring(0, text.length() - 20));
    Look third = look("c", rows(0, 10));
    assertThat(third.number()).isEqualTo(2);
    assertThat(third.notes()).anyMatch(note -> note.contains("line 3: cut off; kept"));
    List<String> lines = Files.readAllLines(file());
    assertThat(lines).hasSize(4);
    assertThat(lines.get(2))
        .isEqualTo(text.lines().toList().get(2).substring(0, lines.get(2).length()));
    assertThat(look("d", rows(0, 10)).number()).isEqualTo(3);
  }

  @Test
  void look_alteredLine_isSaidAndCounts() throws IOException {
    look("a", rows(0, 10));
    Files.writeString(file(), Files.readString(file()).replace("\"a\"", "\"z\""));
    Look second = look("b", rows(0, 10));
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.notes()).anyMatch(note -> note.contains("not as it was written"));
  }

  @Test
  void look_fileThatIsNoLedger_isRefusedAndUntouched() throws IOException {
    Files.writeString(file(), "label,prediction\n0,1\n1,1\n");
    assertThatThrownBy(() -> look("a", rows(0, 10)))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("not a ledger of looks");
    assertThat(Files.readString(file())).isEqualTo("label,prediction\n0,1\n1,1\n");
  }

  @Test
  void look_oneLineOfJson_isNoLedger() throws IOException {
    Files.writeString(file(), "{\"threshold\":0.7}\n");
    assertThatThrownBy(() -> look("a", rows(0, 10))).hasMessageContaining("not a ledger of looks");
  }

  @Test
  void look_withoutThePlanOfEarlierOnes_isSaid() {
    look("a", rows(0, 10), 2);
    assertThat(look("b", rows(0, 10)).notes())
        .anyMatch(note -> note.contains("this check is not one of them"));
  }

  @Test
  void look_ledgerThatCannotBeWritten_isAnErrorOnlyWithAPlan() throws IOException {
    Files.createDirectory(file());
    var key = new LookKey("a", "rules", rows(0, 10), 0.95, OptionalInt.empty());
    Ledger.Taken<Integer> taken = Ledger.at(file()).look(key, Look::number, number -> "holds");
    assertThat(taken.result()).isEqualTo(1);
    assertThat(taken.failure())
        .hasValueSatisfying(note -> assertThat(note).contains("cannot be written"));
    assertThatThrownBy(() -> look("a", rows(0, 10), 3))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void look_manyAtOnce_allAreCounted() {
    int most =
        IntStream.range(0, 16)
            .parallel()
            .map(i -> look("candidate " + i, rows(0, 100)).number())
            .max()
            .orElseThrow();
    assertThat(most).isEqualTo(16);
  }

  @Test
  void rowHashes_labelsOfGrownTables_overlap() {
    int[] labels = IntStream.range(0, 100).map(i -> i * 7919 % 11).toArray();
    int[] grown = IntStream.range(0, 150).map(i -> i * 7919 % 11).toArray();
    int[] other = IntStream.range(0, 100).map(i -> i * 104729 % 13 % 11).toArray();
    assertThat(RowHashes.ofLabels(labels).shared(RowHashes.ofLabels(grown))).isEqualTo(3);
    assertThat(RowHashes.ofLabels(labels).shared(RowHashes.ofLabels(other))).isZero();
  }
}
