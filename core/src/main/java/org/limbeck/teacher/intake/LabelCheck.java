package org.limbeck.teacher.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.limbeck.LimbeckException;
import org.limbeck.diagnosis.Certainty;
import org.limbeck.diagnosis.ClassOrder;
import org.limbeck.diagnosis.Flatness;
import org.limbeck.diagnosis.Information;
import org.limbeck.diagnosis.Predominance;
import org.limbeck.diagnosis.ScoreChecks;

/**
 * What labels say about the scores of a foreign teacher: errors for what is certain, notes for what
 * is likely.
 *
 * @param where how messages call the teacher
 * @param insists whether what is certain is a note as well
 * @param inputAdvice what other inputs of a model would change, the end of a sentence
 */
record LabelCheck(String where, ColumnOrder order, boolean insists, Supplier<String> inputAdvice) {
  private static final String INSIST =
      "; or write output: {check: warn} to go on with the scores as they are";

  /**
   * Checks logits.
   *
   * @return notes, a sentence each
   * @throws LimbeckException if the order of the classes is certainly another one, a softmax was
   *     certainly taken twice, or the scores certainly say nothing about the labels
   */
  List<String> check(List<LabelledScores> parts) {
    ScoreChecks found =
        ScoreChecks.of(parts.stream().map(part -> part.canonical(order.classes().size())).toList());
    List<String> notes = new ArrayList<>();
    if (found.order().isEmpty()) {
      notes.add(
          "%s: the order of more than %d classes is not checked"
              .formatted(where, ClassOrder.MOST_CLASSES));
    }
    boolean inOrder =
        found.order().map(ClassOrder::certainty).filter(c -> c != Certainty.NONE).isEmpty();
    found.order().flatMap(this::order).ifPresent(notes::add);
    flatness(found.flatness()).ifPresent(notes::add);
    if (inOrder) {
      found
          .information()
          .flatMap(information -> information(information, found.order().orElseThrow()))
          .ifPresent(notes::add);
      found.predominance().flatMap(this::predominance).ifPresent(notes::add);
    }
    return notes;
  }

  private Optional<String> order(ClassOrder found) {
    if (found.certainty() == Certainty.NONE) {
      return Optional.empty();
    }
    String evidence =
        "its scores are in another order of classes than %s: %s"
            .formatted(
                order.isThatOfTheData() ? "the data" : "it says",
                new OrderEvidence(found, order.classes()).text());
    return refuseOrNote(found.certainty(), evidence, "write " + classesKey(found));
  }

  private String classesKey(ClassOrder found) {
    List<String> names = order.corrected(found.columns());
    return "output: {classes: [%s]}, which is this order, if it is the right one"
        .formatted(String.join(", ", names.stream().map(LabelCheck::quoted).toList()));
  }

  private static String quoted(String name) {
    return name.matches("[A-Za-z_][\\w-]*") ? name : "'" + name.replace("'", "''") + "'";
  }

  private Optional<String> flatness(Flatness found) {
    String what =
        "its probabilities are much flatter than its predictions are right: the largest is %s in the mean, %s of the examples are right, and %s"
            .formatted(
                decimal(found.meanConfidence()),
                decimal(found.accuracy()),
                found.certainty() == Certainty.CERTAIN
                    ? "no row has a wider range than the softmax of probabilities can have, so a softmax was taken twice"
                    : "all rows have so narrow a range as if a softmax was taken twice, or at a high temperature");
    return refuseOrNote(
        found.certainty(), what, "give the scores before the last softmax, or after one only");
  }

  private Optional<String> information(Information found, ClassOrder best) {
    String what =
        found.constant()
            ? "its scores are the same for all examples"
            : "its scores say nothing about the labels: their correlation is %s (%s standard deviations from 0), and the best order of classes, %d of %d right where it was found, has %d right where it was not"
                .formatted(
                    decimal(found.correlation()),
                    decimal(found.z()),
                    best.correctMoved(),
                    best.examples(),
                    best.correctHeldOut());
    return refuseOrNote(
        found.nothing(),
        what,
        () ->
            "check that its rows are those of the data, in the same order, and that its inputs were normalised as in its training"
                + inputAdvice.get());
  }

  private Optional<String> predominance(Predominance found) {
    if (!found.likely()) {
      return Optional.empty();
    }
    return Optional.of(
        "%s: it predicts '%s' for %d of %d examples, of which %d are; check that its inputs were normalised as in its training%s"
            .formatted(
                where,
                name(found.column()),
                found.predicted(),
                found.examples(),
                found.labelled(),
                inputAdvice.get()));
  }

  private Optional<String> refuseOrNote(Certainty certainty, String what, String remedy) {
    return refuseOrNote(certainty, what, () -> remedy);
  }

  private Optional<String> refuseOrNote(Certainty certainty, String what, Supplier<String> remedy) {
    return switch (certainty) {
      case NONE -> Optional.empty();
      case LIKELY -> Optional.of("%s: probably %s; %s".formatted(where, what, remedy.get()));
      case CERTAIN -> certain("%s: %s; %s".formatted(where, what, remedy.get()));
    };
  }

  private Optional<String> certain(String finding) {
    if (!insists) {
      throw new LimbeckException(finding + INSIST);
    }
    return Optional.of(finding);
  }

  private String name(int y) {
    return order.classes().get(y);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
