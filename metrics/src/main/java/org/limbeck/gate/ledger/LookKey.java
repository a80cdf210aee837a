package org.limbeck.gate.ledger;

import java.util.OptionalInt;

/**
 * What makes two looks the same: candidate, rules and rows.
 *
 * @param candidate a fingerprint of the model, or of what it predicts
 * @param rules a hash of the requirements with their confidence and baseline
 * @param rows of the test set
 * @param confidence of the gate
 * @param planned the number of planned looks
 */
public record LookKey(
    String candidate, String rules, RowHashes rows, double confidence, OptionalInt planned) {
  static String text(String candidate, String rules, String rows) {
    return candidate + "|" + rules + "|" + rows;
  }
}
