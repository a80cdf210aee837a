package org.limbeck.gate.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.Checksums;
import org.limbeck.base.Json;

/**
 * One line of a ledger: a record with a checksum of its text.
 *
 * @param state how the line was found
 * @param record what it says, if it is intact
 */
record LedgerLine(State state, @Nullable JsonNode record) {
  private static final int SUM_LENGTH = 16;

  /** What a line is worth. */
  enum State {
    /** As it was written. */
    INTACT,
    /** Not JSON, as a write leaves it that was interrupted. */
    CUT,
    /** JSON that is not what was written. */
    ALTERED
  }

  /** The text of a record, ending with a line feed. */
  static String write(Map<String, @Nullable Object> record) {
    String sum = sum(Json.canonical(record));
    return Json.canonical(Map.of("record", record, "sum", sum)) + "\n";
  }

  static LedgerLine read(String line) {
    JsonNode node;
    try {
      node = Json.read(line, JsonNode.class);
    } catch (JsonProcessingException e) {
      return new LedgerLine(State.CUT, null);
    }
    if (node == null || !node.path("record").isObject()) {
      return new LedgerLine(State.ALTERED, null);
    }
    JsonNode record = node.get("record");
    return sum(Json.canonical(record)).equals(node.path("sum").asText())
        ? new LedgerLine(State.INTACT, record)
        : new LedgerLine(State.ALTERED, null);
  }

  private static String sum(String record) {
    return Checksums.of(record).substring(0, SUM_LENGTH);
  }
}
