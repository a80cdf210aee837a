package org.limbeck.gate.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limbeck.LimbeckException;

/**
 * What the lines of a ledger say about one set of rows, line by line.
 *
 * <p>Only what the current set shares with each earlier one is kept, not the hashes.
 */
final class LedgerScan {
  static final String ROWS = "rows";
  static final String LOOK = "look";

  private final String ledger;
  private final LookKey key;
  private final String rowsId;
  private final Map<String, Boolean> overlaps = new HashMap<>();
  private final Set<String> contained = new HashSet<>();
  private final BitSet covered = new BitSet();
  private final Set<String> looks = new LinkedHashSet<>();
  private final Set<String> candidates = new HashSet<>();
  private final List<String> notes = new ArrayList<>();
  private boolean isLedger;
  private boolean planSaid;
  private int others;
  private int lines;

  LedgerScan(String ledger, LookKey key) {
    this.ledger = ledger;
    this.key = key;
    rowsId = key.rows().id();
  }

  void add(String text) {
    lines++;
    if (text.isBlank()) {
      return;
    }
    isLedger |= LedgerLine.isLike(text);
    LedgerLine line = LedgerLine.read(text);
    JsonNode record = line.record();
    if (record == null) {
      addDamaged(line.state());
      return;
    }
    if (record.path("kind").asText().equals(ROWS)) {
      addRows(record);
    } else {
      addLook(record);
    }
  }

  // A line that is cut off is a check that ended before its verdict was given, so it is no look. A
  // line that was altered was one, and it may have been at these rows.

  private void addDamaged(LedgerLine.State state) {
    if (state == LedgerLine.State.CUT) {
      notes.add("%s, line %d: cut off; kept, and not counted".formatted(ledger, lines));
    } else {
      looks.add("line " + lines);
      notes.add(
          "%s, line %d: not as it was written; kept, and counted as a look"
              .formatted(ledger, lines));
    }
  }

  private void addRows(JsonNode record) {
    RowHashes own = RowHashes.ofBytes(Base64.getDecoder().decode(record.path("hashes").asText()));
    BitSet shared = key.rows().sharedWith(own);
    boolean overlap = !shared.isEmpty();
    boolean all = shared.cardinality() == own.size();
    for (JsonNode part : record.path("parts")) {
      overlap |= overlaps.getOrDefault(part.asText(), true);
      all &= contained.contains(part.asText());
    }
    String id = record.path("rows").asText();
    overlaps.put(id, overlap);
    if (all) {
      contained.add(id);
      covered.or(shared);
    }
  }

  private void addLook(JsonNode record) {
    String rows = record.path("rows").asText();
    // Rows whose own line was damaged may be these.
    if (!overlaps.getOrDefault(rows, true)) {
      others++;
      return;
    }
    String candidate = record.path("candidate").asText();
    looks.add(LookKey.text(candidate, record.path("rules").asText(), rows));
    candidates.add(candidate);
    JsonNode planned = record.path("planned");
    if (planned.isInt()) {
      addPlan(planned.intValue());
    }
  }

  private void addPlan(int planned) {
    if (key.planned().isEmpty() && !planSaid) {
      planSaid = true;
      notes.add(
          "%s, line %d: %d looks at these examples were planned, and this check is not one of them: it takes the whole error"
              .formatted(ledger, lines, planned));
    }
    if (key.planned().isPresent() && key.planned().getAsInt() != planned) {
      throw new LimbeckException(
          "%s, line %d: %d looks at these examples were planned, not %d; a plan cannot change once examples were looked at: keep %d, or judge on new examples"
              .formatted(ledger, lines, planned, key.planned().getAsInt(), planned));
    }
  }

  /** Ends the scan. */
  Look look() {
    if (lines > 0 && !isLedger) {
      throw new LimbeckException(
          ledger + ": not a ledger of looks, none of its lines is one; name another file");
    }
    String own = LookKey.text(key.candidate(), key.rules(), rowsId);
    boolean repeated = !looks.add(own);
    candidates.add(key.candidate());
    if (others > 0) {
      notes.add("%s: %d looks at other examples, not counted".formatted(ledger, others));
    }
    int number = List.copyOf(looks).indexOf(own) + 1;
    return new Look(number, candidates.size(), repeated, key.planned(), notes);
  }

  /** Whether the ledger has these rows. */
  boolean knowsRows() {
    return overlaps.containsKey(rowsId);
  }

  /** The earlier sets that these rows contain. */
  List<String> parts() {
    return contained.stream().sorted().toList();
  }

  /** The rows that none of {@link #parts} has. */
  RowHashes newRows() {
    return key.rows().without(covered);
  }
}
