package org.limbeck.gate;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;

/** The pairs of a rule and a class, group or model that requirements are about. */
record Pairs(GateCounts counts) {
  List<Pair> of(List<Requirement> requirements) {
    return requirements.stream().<Pair>flatMap(this::of).toList();
  }

  private Stream<? extends Pair> of(Requirement required) {
    PartCounts classes = counts.classes();
    return switch (required.rule()) {
      case WORST_CLASS -> IntStream.range(0, classes.size()).mapToObj(y -> ofClass(required, y));
      case CLASS -> Stream.of(ofClass(required, named("class", required, classes)));
      case ACCURACY ->
          Stream.of(
              new SharePair(subject(required), classes.totalCorrect(), classes.totalExamples()));
      case BALANCED_ACCURACY -> Stream.of(new BalancedPair(subject(required), classes));
      case GROUP -> groups(required);
      case CLASS_IN_GROUP -> cells(required);
      case CALIBRATION_GAP -> Stream.of(gap(required));
      case MAX_DROP -> drops(required);
    };
  }

  private SharePair ofClass(Requirement required, int y) {
    PartCounts classes = counts.classes();
    return new SharePair(
        new Pair.Subject(required.rule(), classes.names().get(y), null, required.limit()),
        classes.correct().get(y),
        classes.examples().get(y));
  }

  private Stream<SharePair> groups(Requirement required) {
    PartCounts groups = counts.groups().orElseThrow(() -> noGroups(required));
    IntStream meant =
        required.subject() == null
            ? IntStream.range(0, groups.size())
            : IntStream.of(named("group", required, groups));
    return meant.mapToObj(
        g ->
            new SharePair(
                new Pair.Subject(required.rule(), null, groups.names().get(g), required.limit()),
                groups.correct().get(g),
                groups.examples().get(g)));
  }

  private Stream<SharePair> cells(Requirement required) {
    PartCounts cells = counts.cells().orElseThrow(() -> noGroups(required));
    List<String> groups = counts.groups().orElseThrow(() -> noGroups(required)).names();
    List<String> classes = counts.classes().names();
    int m = classes.size();
    return IntStream.range(0, cells.size())
        .mapToObj(
            cell ->
                new SharePair(
                    new Pair.Subject(
                        required.rule(),
                        classes.get(cell % m),
                        groups.get(cell / m),
                        required.limit()),
                    cells.correct().get(cell),
                    cells.examples().get(cell)));
  }

  private GapPair gap(Requirement required) {
    CalibrationGap gap =
        counts
            .gap()
            .orElseThrow(
                () ->
                    new LimbeckException(
                        "calibration-gap: there are no scores; give a probability for each class,"
                            + " or leave the rule out"));
    return new GapPair(subject(required), gap, counts.classes().totalCorrect());
  }

  private Stream<DropPair> drops(Requirement required) {
    PartCounts classes = counts.classes();
    DropCounts drops =
        counts
            .drops()
            .orElseThrow(
                () ->
                    new LimbeckException(
                        "max-drop: there is no baseline to drop from; name one, or leave the rule"
                            + " out"));
    return IntStream.range(0, classes.size())
        .mapToObj(
            y ->
                new DropPair(
                    new Pair.Subject(
                        required.rule(), classes.names().get(y), null, required.limit()),
                    drops.baselineOnly().get(y),
                    drops.candidateOnly().get(y),
                    classes.correct().get(y),
                    classes.examples().get(y)));
  }

  private static Pair.Subject subject(Requirement required) {
    return new Pair.Subject(required.rule(), null, null, required.limit());
  }

  private static int named(String what, Requirement required, PartCounts parts) {
    String name = String.valueOf(required.subject());
    int index = parts.names().indexOf(name);
    if (index < 0) {
      throw new LimbeckException(
          "%s '%s' of the rules: the predictions have no such %s%s"
              .formatted(what, name, what, DidYouMean.hint(name, parts.names())));
    }
    return index;
  }

  private static LimbeckException noGroups(Requirement required) {
    return new LimbeckException(
        required.rule().text()
            + ": the predictions have no groups; name the column that has them, or leave the rule"
            + " out");
  }
}
