package org.limbeck.gate.ledger;

import java.util.ArrayList;
import java.util.List;

/** What a look at a test set means, in sentences. */
final class LookNotes {
  private LookNotes() {}

  static List<String> of(Look look) {
    List<String> notes = new ArrayList<>(look.notes());
    if (look.planned().isEmpty()) {
      if (look.number() > 1) {
        notes.add(unplanned(look));
      }
    } else if (look.beyondPlan()) {
      notes.add(
          "look %d at these examples, but %d were planned: nothing holds any more; judge on new examples"
              .formatted(look.number(), look.planned().getAsInt()));
    } else {
      notes.add(
          "look %d of %d planned at these examples; each takes its share of the error"
              .formatted(look.number(), look.planned().getAsInt()));
    }
    return notes;
  }

  private static String unplanned(Look look) {
    return look.repeated()
        ? "look %d at these examples, taken before; %d candidates in all"
            .formatted(look.number(), look.candidates())
        : ("look %d at these examples, which have judged %d candidates: the chance that one of them"
                + " passes by luck grows with each look; plan the number of looks, or judge on new"
                + " examples")
            .formatted(look.number(), look.candidates());
  }
}
