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

  // One JSON object, put together from its parts: a line may hold the hashes of a million rows.
  private static final String HEAD = "{\"record\":";
  private static final String MIDDLE = ",\"sum\":\"";
  private static final String TAIL = "\"}";

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
    String text = Json.canonical(record);
    return HEAD + text + MIDDLE + sum(text) + TAIL + "\n";
  }

  /** Whether a line, cut off or not, could be one of a ledger. */
  static boolean isLike(String line) {
    return line.startsWith(HEAD) || HEAD.startsWith(line);
  }

  static LedgerLine read(String line) {
    int end = line.length() - MIDDLE.length() - SUM_LENGTH - TAIL.length();
    try {
      if (end < HEAD.length() || !line.startsWith(HEAD) || !line.startsWith(MIDDLE, end)) {
        return damaged(Json.read(line, JsonNode.class).isObject());
      }
      String text = line.substring(HEAD.length(), end);
      JsonNode record = Json.read(text, JsonNode.class);
      boolean intact = line.startsWith(sum(text) + TAIL, end + MIDDLE.length());
      return intact ? new LedgerLine(State.INTACT, record) : damaged(true);
    } catch (JsonProcessingException e) {
      return damaged(false);
    }
  }

  private static LedgerLine damaged(boolean whole) {
    return new LedgerLine(whole ? State.ALTERED : State.CUT, null);
  }

  private static String sum(String record) {
    return Checksums.of(record).substring(0, SUM_LENGTH);
  }
}
