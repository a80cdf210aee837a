package org.limbeck.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limbeck.gate.ledger.Look;

/**
 * The verdict of a gate, with those of all its pairs of a rule and a class.
 *
 * @param verdict violated if any pair is, undecided if any other is, else holds
 * @param confidence 1 - d of the gate
 * @param level d of this check: divided by the number of planned looks
 * @param pairs h: "violated" is at level d/h
 * @param rules one for each pair, in the order of the requirements and classes
 * @param look at the test set, where a ledger is kept
 * @param notes what people should know of this check, sentences
 */
public record GateResult(
    Verdict verdict,
    double confidence,
    double level,
    int pairs,
    List<RuleResult> rules,
    Optional<Look> look,
    List<String> notes) {
  public GateResult {
    rules = List.copyOf(rules);
    notes = List.copyOf(notes);
  }

  /** Whether every requirement holds. */
  public boolean holds() {
    return verdict == Verdict.HOLDS;
  }

  GateResult withNote(String note) {
    List<String> all = new ArrayList<>(notes);
    all.add(note);
    return new GateResult(verdict, confidence, level, pairs, rules, look, all);
  }
}
