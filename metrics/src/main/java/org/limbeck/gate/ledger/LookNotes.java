package org.limbeck.gate.ledger;

import java.util.ArrayList;
import java.util.List;

/** What a look at a test set means, in sentences. */
final class LookNotes {
  private LookNotes() {}

  static List<String> of(Look look) {
    List<String> notes = new ArrayList<>(look.notes());
    if (look.planned().isEmpty()) {
      if (look.number() > 1 || look.repeated()) {
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
        ? "look %d at these examples, taken before; candidates judged on them in all: %d"
            .formatted(look.number(), look.candidates())
        : ("%s candidate judged on these examples (look %d): the chance that one passes by luck grows"
                + " with each look; plan the number of looks, or judge on new examples")
            .formatted(ordinal(look.candidates()), look.number());
  }

  private static String ordinal(int number) {
    boolean teen = number / 10 % 10 == 1;
    String suffix =
        switch (teen ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return number + suffix;
  }
}
