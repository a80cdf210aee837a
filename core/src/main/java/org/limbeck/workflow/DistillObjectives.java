package org.limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.plan.RolePlan;
import org.limbeck.plan.key.Scalars;

/** Objectives of students as texts like {@code robust:0.5}. */
final class DistillObjectives {
  private static final String ROBUST = "robust";
  private static final double USUAL_ALPHA = 0.5;

  private final List<String> names = new ArrayList<>();
  private final TreeSet<Double> alphas = new TreeSet<>();

  void add(String text) {
    String name = text.replaceFirst(":.*", "");
    if (!RolePlan.OBJECTIVES.contains(name)) {
      throw refused(text, "no such objective" + DidYouMean.hint(name, RolePlan.OBJECTIVES));
    }
    if (!name.equals(ROBUST)) {
      addPlain(text, name);
    } else if (!alphas.add(name.equals(text) ? USUAL_ALPHA : alpha(text))) {
      throw refused(text, "given twice; give each once");
    }
  }

  private void addPlain(String text, String name) {
    if (!name.equals(text)) {
      throw refused(text, "only robust has a number behind it");
    }
    if (names.contains(name)) {
      throw refused(text, "given twice; give each once");
    }
    names.add(name);
  }

  private static double alpha(String text) {
    try {
      return Scalars.share(text.substring(ROBUST.length() + 1));
    } catch (IllegalArgumentException e) {
      throw refused(text, "expected robust:ALPHA with a number from 0 to 1, like robust:0.5");
    }
  }

  private static LimbeckException refused(String text, String why) {
    return new LimbeckException("objective '%s': %s".formatted(text, why));
  }

  /** The names, in the order of tables. */
  List<String> names() {
    return RolePlan.OBJECTIVES.stream()
        .filter(
            name -> isEmpty() || names.contains(name) || (name.equals(ROBUST) && !alphas.isEmpty()))
        .toList();
  }

  /** The weights of the worst class in the robust objective. */
  List<Double> alphas() {
    return alphas.isEmpty() ? List.of(USUAL_ALPHA) : List.copyOf(alphas);
  }

  /** Whether none was added. */
  boolean isEmpty() {
    return names.isEmpty() && alphas.isEmpty();
  }
}
