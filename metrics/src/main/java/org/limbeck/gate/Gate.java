package org.limbeck.gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.Checksums;
import org.limbeck.base.Json;
import org.limbeck.gate.exact.Level;
import org.limbeck.gate.ledger.Ledger;
import org.limbeck.gate.ledger.Look;
import org.limbeck.gate.ledger.LookKey;
import org.limbeck.gate.ledger.RowHashes;
import org.limbeck.scores.ScoreTable;

/**
 * Requirements that predictions are checked against before a model is released.
 *
 * <pre>{@code
 * GateResult result =
 *     Gate.of(Requirement.worstClass(0.70), Requirement.accuracy(0.80)).check(predictions);
 * assertEquals(Verdict.HOLDS, result.verdict());
 * }</pre>
 *
 * <p>A wrong "holds" has a chance of at most d = 1 - confidence, and so has a wrong "violated",
 * whatever the number of rules and classes; bounds are exact. Source: docs/method.md, section 5.
 * Immutable: each method returns another gate.
 */
public final class Gate {
  private static final double CONFIDENCE = 0.95;

  private final List<Requirement> requirements;
  private final double confidence;
  private final OptionalInt looks;
  private final Optional<Ledger> ledger;
  private final Optional<Judged> baseline;
  private final Optional<RowHashes> rows;

  private Gate(
      List<Requirement> requirements,
      double confidence,
      OptionalInt looks,
      Optional<Ledger> ledger,
      Optional<Judged> baseline,
      Optional<RowHashes> rows) {
    this.requirements = requirements;
    this.confidence = confidence;
    this.looks = looks;
    this.ledger = ledger;
    this.baseline = baseline;
    this.rows = rows;
  }

  /** A gate with confidence 0.95, without baseline and ledger. */
  public static Gate of(Requirement... requirements) {
    return of(List.of(requirements));
  }

  /** A gate with confidence 0.95, without baseline and ledger. */
  public static Gate of(List<Requirement> requirements) {
    if (requirements.isEmpty()) {
      throw new LimbeckException(
          "the gate has no rule, so everything would pass; require something, such as a worst"
              + " class of at least 0.7");
    }
    Set<String> questions = new HashSet<>();
    for (Requirement required : requirements) {
      if (!questions.add(required.question())) {
        throw new LimbeckException(
            required.question() + ": required twice; keep one of the two limits");
      }
    }
    return new Gate(
        List.copyOf(requirements),
        CONFIDENCE,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with 1 - d, in (0, 1). */
  public Gate confidence(double given) {
    if (!(given > 0 && given < 1)) {
      throw new IllegalArgumentException(
          "confidence: expected a number between 0 and 1, found " + given);
    }
    return new Gate(requirements, given, looks, ledger, baseline, rows);
  }

  /**
   * The same with a ledger of looks: checks count, and say, how often these examples were used.
   *
   * @param file of the ledger; the first look creates it
   */
  public Gate ledger(Path file) {
    return new Gate(requirements, confidence, looks, Optional.of(Ledger.at(file)), baseline, rows);
  }

  /**
   * The same with a plan of looks, for which a ledger is needed: each takes d/planned, and beyond
   * them nothing holds.
   *
   * @param planned at least 1
   */
  public Gate looks(int planned) {
    if (planned < 1) {
      throw new IllegalArgumentException("looks: expected 1 or more, found " + planned);
    }
    return new Gate(requirements, confidence, OptionalInt.of(planned), ledger, baseline, rows);
  }

  /** The same with a baseline, recognised by its predictions. */
  public Gate against(ScoreTable predictions) {
    return against(predictions, null);
  }

  /**
   * The same with a baseline.
   *
   * @param predictions of the baseline, for the examples that candidates are checked on
   * @param fingerprint of the baseline's model or file; that of the predictions if {@code null}
   */
  public Gate against(ScoreTable predictions, @Nullable String fingerprint) {
    Judged judged = Judged.of(predictions, fingerprint);
    return new Gate(requirements, confidence, looks, ledger, Optional.of(judged), rows);
  }

  /** The same with hashes of the content of rows, for the ledger, in place of those of ids. */
  public Gate rows(RowHashes given) {
    return new Gate(requirements, confidence, looks, ledger, baseline, Optional.of(given));
  }

  /** Checks a candidate, recognised by its predictions. */
  public GateResult check(ScoreTable candidate) {
    return check(candidate, null);
  }

  /**
   * Checks a candidate.
   *
   * @param candidate labels and predictions of examples that it was not trained on
   * @param fingerprint of the candidate's model or file; that of the predictions if {@code null}
   * @throws LimbeckException if predictions do not fit the requirements or the baseline
   */
  public GateResult check(ScoreTable candidate, @Nullable String fingerprint) {
    requireComplete();
    Judged judged = Judged.of(candidate, fingerprint);
    PairedRows.requireUnique(candidate);
    List<String> notes = new ArrayList<>();
    GateCounts counts = counts(judged, notes);
    if (ledger.isEmpty()) {
      return result(counts, Optional.empty(), notes);
    }
    if (rows.isEmpty() && candidate.ids().isEmpty()) {
      notes.add(
          candidate.source()
              + ": has no ids, so the ledger knows its rows by their order and labels");
    }
    var key =
        new LookKey(judged.fingerprint(), rules(), rows.orElseGet(judged::rows), confidence, looks);
    Ledger.Taken<GateResult> taken =
        ledger
            .get()
            .look(
                key,
                look -> result(counts, Optional.of(look), notes),
                result -> result.verdict().text());
    return taken.failure().map(taken.result()::withNote).orElse(taken.result());
  }

  private void requireComplete() {
    boolean drops = requires(Rule.MAX_DROP);
    if (drops != baseline.isPresent()) {
      throw new LimbeckException(
          drops
              ? "max-drop: there is no baseline to drop from; name one, or leave the rule out"
              : "there is a baseline, but no largest drop from it; require one, such as 0.02");
    }
    if (looks.isPresent() && ledger.isEmpty()) {
      throw new LimbeckException(
          "looks: planned looks are counted in a ledger; name one, or leave the plan out");
    }
  }

  private boolean requires(Rule rule) {
    return requirements.stream().anyMatch(required -> required.rule() == rule);
  }

  private GateCounts counts(Judged judged, List<String> notes) {
    GateCounts counts = judged.counts(requires(Rule.CALIBRATION_GAP));
    if (baseline.isEmpty()) {
      return counts;
    }
    Judged other = baseline.get();
    if (other.fingerprint().equals(judged.fingerprint())) {
      throw new LimbeckException(
          "%s: the baseline %s is the same model; compare with the model that it is to replace"
              .formatted(judged.table().source(), other.table().source()));
    }
    PairedRows pairs = PairedRows.of(judged.table(), other.table());
    pairs.note().ifPresent(notes::add);
    return counts.withDrops(pairs.drops());
  }

  private String rules() {
    String baselinePrint = baseline.map(Judged::fingerprint).orElse("");
    return Checksums.of(Json.canonical(List.of(requirements, confidence, baselinePrint)));
  }

  /** Judges counts, without files and ledger; a plan of looks only divides d. */
  public GateResult judge(GateCounts counts) {
    return result(counts, Optional.empty(), List.of());
  }

  /** The verdict of {@link #judge} alone, for simulations. */
  public Verdict verdict(GateCounts counts) {
    return judgeOf(counts).verdict();
  }

  private Judge judgeOf(GateCounts counts) {
    List<Pair> pairs = new Pairs(counts).of(requirements);
    return new Judge(pairs, new Level((1 - confidence) / looks.orElse(1), pairs.size()));
  }

  private GateResult result(GateCounts counts, Optional<Look> look, List<String> notes) {
    Judge judge = judgeOf(counts);
    List<RuleResult> results = judge.results();
    if (look.filter(Look::beyondPlan).isPresent()) {
      results = replaceAll(results, Gate::notHeld);
    }
    List<String> all = new ArrayList<>(notes);
    look.ifPresent(taken -> all.addAll(taken.sentences()));
    if (requires(Rule.CALIBRATION_GAP)) {
      all.add("the calibration gap is judged by a bootstrap: approximate, and never violated");
    }
    return new GateResult(
        Verdict.ofAll(results.stream().map(RuleResult::verdict).toList()),
        confidence,
        judge.level().d(),
        judge.level().pairs(),
        results,
        look,
        all);
  }

  private static List<RuleResult> replaceAll(
      List<RuleResult> results, UnaryOperator<RuleResult> change) {
    return results.stream().map(change).toList();
  }

  private static RuleResult notHeld(RuleResult result) {
    return result.verdict() == Verdict.HOLDS ? result.withVerdict(Verdict.UNDECIDED) : result;
  }
}
