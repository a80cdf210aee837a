package org.limbeck.gate.ledger;

import java.util.List;
import java.util.OptionalInt;

/**
 * One look at a test set, by its ledger.
 *
 * @param number of the look: 1 for the first at any of these rows
 * @param candidates how many different candidates were judged on these rows, this one included
 * @param repeated whether the same candidate was judged on the same rows by the same rules before
 * @param planned the number of looks that share the error, where they were planned
 * @param notes what was found about the ledger, sentences for people
 */
public record Look(
    int number, int candidates, boolean repeated, OptionalInt planned, List<String> notes) {
  public Look {
    notes = List.copyOf(notes);
  }

  /** Whether more looks were taken than planned: nothing holds then. */
  public boolean beyondPlan() {
    return planned.isPresent() && number > planned.getAsInt();
  }

  /** What people should know of this look, and of the ledger, in sentences. */
  public List<String> sentences() {
    return LookNotes.of(this);
  }
}
