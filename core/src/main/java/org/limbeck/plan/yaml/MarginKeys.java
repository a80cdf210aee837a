package org.limbeck.plan.yaml;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.objective.ClassRules;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Kind;
import org.limbeck.plan.key.Section;
import org.limbeck.plan.recipe.MarginOptions;

/** The keys of a recipe that say what its extra margins are. */
final class MarginKeys {
  private static final Key<MarginOptions, String> MARGINS =
      new Key<>(
              "margins",
              Kind.scalar(
                  "`none`, or a class rule", "a class rule", MarginKeys::known, rule -> rule),
              "The class rule that gives the extra margins.",
              MarginOptions::rule)
          .training();
  private static final Key<MarginOptions, Double> MARGIN_SCALE =
      new Key<>(
              "marginScale",
              Kind.NUMBER,
              "What the margins are multiplied by, 0 or more.",
              (MarginOptions margins) -> margins.none() ? null : margins.scale())
          .training();

  static final List<Entry<MarginOptions>> KEYS = List.of(MARGINS, MARGIN_SCALE);

  private MarginKeys() {}

  /** Reads both keys; those left out are as in {@code base}. */
  static MarginOptions read(Section section, MarginOptions base) {
    String rule = MARGINS.read(section, base.rule());
    double usual = base.none() ? 1 : base.scale();
    boolean none = rule.equals(MarginOptions.NONE.rule());
    double scale = MARGIN_SCALE.read(section, none ? 0 : usual);
    if (none && MARGIN_SCALE.in(section)) {
      MARGIN_SCALE.problem(section, "there are no margins to scale; name some with margins:");
    }
    return new MarginOptions(rule, scale);
  }

  private static String known(String text) {
    List<String> all = new ArrayList<>(ClassRules.names());
    all.add(MarginOptions.NONE.rule());
    if (!all.contains(text)) {
      throw new LimbeckException("no margins '" + text + "'" + DidYouMean.hint(text, all));
    }
    return text;
  }
}
