package org.limbeck.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.gate.exact.Bounds;
import org.limbeck.gate.exact.ExamplesNeeded;

/**
 * The verdict on one pair of a rule and a class, a group, or the whole model.
 *
 * <p>For a drop, estimate and bounds are those of the drop: baseline minus candidate.
 *
 * @param rule the rule
 * @param className the class; {@code null} if the rule is not on a class
 * @param groupName the group; {@code null} if the rule is not on a group
 * @param limit the threshold, the largest gap, or the margin of a drop
 * @param verdict on this pair
 * @param estimate the value on the examples; {@code null} without examples
 * @param examples n
 * @param correct the number of right predictions of the candidate among them
 * @param bounds at level d; {@code null} without examples
 * @param ownBounds at d/h, the level of "violated"; {@code null} without examples
 * @param needed the examples that would decide it, where it is undecided
 * @param drop the changed predictions behind a drop; {@code null} for other rules
 */
public record RuleResult(
    Rule rule,
    @Nullable String className,
    @Nullable String groupName,
    double limit,
    Verdict verdict,
    @Nullable Double estimate,
    int examples,
    int correct,
    @Nullable Bounds bounds,
    @Nullable Bounds ownBounds,
    ExamplesNeeded needed,
    @Nullable DropResult drop) {

  static RuleResult withoutExamples(Pair.Subject subject) {
    return new RuleResult(
        subject.rule(),
        subject.className(),
        subject.groupName(),
        subject.limit(),
        Verdict.UNDECIDED,
        null,
        0,
        0,
        null,
        null,
        ExamplesNeeded.NONE,
        null);
  }

  RuleResult withVerdict(Verdict changed) {
    return new RuleResult(
        rule, className, groupName, limit, changed, estimate, examples, correct, bounds, ownBounds,
        needed, drop);
  }

  RuleResult withDrop(DropResult changed) {
    return new RuleResult(
        rule, className, groupName, limit, verdict, estimate, examples, correct, bounds, ownBounds,
        needed, changed);
  }

  /** Whether the bounds come from a bootstrap; all others are exact. */
  public boolean approximate() {
    return rule == Rule.CALIBRATION_GAP;
  }

  /** What files say about this pair, by their keys; {@code null} where something is not known. */
  public Map<String, @Nullable Object> values() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("rule", rule.text());
    values.put("class", className);
    values.put("group", groupName);
    values.put(rule == Rule.MAX_DROP ? "margin" : "threshold", limit);
    values.put("verdict", verdict.text());
    values.put("estimate", estimate);
    values.put("examples", examples);
    values.put("correct", correct);
    boolean ofDrop = rule == Rule.MAX_DROP;
    values.put(ofDrop ? "dropLowerBound" : "lowerBound", bounds == null ? null : bounds.lower());
    values.put(ofDrop ? "dropUpperBound" : "upperBound", bounds == null ? null : bounds.upper());
    String own = ofDrop ? "verdictDrop" : "verdict";
    values.put(own + "LowerBound", ownBounds == null ? null : ownBounds.lower());
    values.put(own + "UpperBound", ownBounds == null ? null : ownBounds.upper());
    values.put("examplesNeeded", needed.half());
    values.put("examplesNeededOfPairs", needed.halfOfPairs());
    values.put("examplesNeeded80", needed.eighty());
    values.put("approximate", approximate());
    if (ofDrop) {
      putDrop(values);
    }
    return values;
  }

  private void putDrop(Map<String, @Nullable Object> values) {
    values.put("baselineOnly", drop == null ? null : drop.baselineOnly());
    values.put("candidateOnly", drop == null ? null : drop.candidateOnly());
    values.put("mcnemarTwoSided", drop == null ? null : drop.mcnemarTwoSided());
    values.put("mcnemarWorse", drop == null ? null : drop.mcnemarWorse());
    values.put("mcnemarHolm", drop == null ? null : drop.mcnemarHolm());
    values.put("significantlyWorse", drop == null ? null : drop.significantlyWorse());
    values.put("examplesWithoutChange", drop == null ? null : drop.examplesWithoutChange());
  }
}
