package org.limbeck.data;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;

/** Cuts a source into the splits of a plan (docs/method.md, section 6). */
final class SplitCutter {
  private final SourceData source;
  private final DataPlan plan;
  private final long seed;
  private final int classes;
  private final Map<Split, int[]> indices = new EnumMap<>(Split.class);
  private final Map<Split, Examples> splits = new EnumMap<>(Split.class);

  SplitCutter(SourceData source, DataPlan plan, long seed) {
    this.source = source;
    this.plan = plan;
    this.seed = seed;
    classes = source.classNames().size();
  }

  Dataset cut() {
    int[] train = allOf(source.train());
    if (source.validation().isPresent() && plan.validationFrom() == ValidationFrom.TEST) {
      throw new LimbeckException(
          "data.validationFrom: test, but '%s' has a validation part of its own; leave it out"
              .formatted(source.name()));
    }
    if (source.test().isEmpty()) {
      if (plan.validationFrom() == ValidationFrom.TEST) {
        throw new LimbeckException(
            "data.validationFrom: test, but '%s' has no official test part; use train"
                .formatted(source.name()));
      }
      train = holdOut(source.train(), train, plan.testShare(), Split.TEST);
    }
    if (plan.validationFrom() == ValidationFrom.TEST) {
      cutOfficialTest(source.test().orElseThrow());
    } else {
      source.test().ifPresent(test -> put(Split.TEST, test, allOf(test)));
      train = holdOutValidation(train);
    }
    if (plan.longTail() != null) {
      train = Stratified.tail(source, train, plan.longTail(), seed);
    }
    put(Split.TRAIN, source.train(), train);
    source.train().details().requirePositiveWeights(source.name());
    requireEveryClass();
    requireEveryGroup();
    String protocol = plan.protocol(source.validation().isPresent(), source.test().isPresent());
    return new Dataset(source, splits, indices, protocol, notes(), parts());
  }

  /** The parts of validation; none where a plan lets the whole split drive and judge. */
  private @Nullable ValidationParts parts() {
    Double judge = plan.judge();
    Examples validation = Objects.requireNonNull(splits.get(Split.VALIDATION));
    return judge == null ? null : ValidationParts.cut(validation, classes, judge, seed);
  }

  /** Takes validation out of the training part, unless the source has it. */
  private int[] holdOutValidation(int[] train) {
    if (source.validation().isEmpty()) {
      return holdOut(source.train(), train, plan.validation(), Split.VALIDATION);
    }
    Examples given = source.validation().get();
    put(Split.VALIDATION, given, allOf(given));
    return train;
  }

  /**
   * Says which splits share rows, where they were cut from one part of a table. Images are left
   * alone: reading all their pixels for it takes too long.
   */
  private List<String> notes() {
    if (source.train().shape().length > 1) {
      return List.of();
    }
    if (source.test().isEmpty()) {
      return Stream.of(
              sharedRows(Split.VALIDATION, Split.TRAIN),
              sharedRows(Split.TEST, Split.TRAIN),
              sharedRows(Split.TEST, Split.VALIDATION))
          .flatMap(Optional::stream)
          .toList();
    }
    return plan.validationFrom() == ValidationFrom.TEST
        ? sharedRows(Split.TEST, Split.VALIDATION).stream().toList()
        : sharedRows(Split.VALIDATION, Split.TRAIN).stream().toList();
  }

  private Optional<String> sharedRows(Split part, Split other) {
    return SharedRows.note(
        Objects.requireNonNull(splits.get(part)),
        name(part),
        Objects.requireNonNull(splits.get(other)),
        name(other));
  }

  private static String name(Split split) {
    return (split == Split.TRAIN ? "training" : split.label()) + " split";
  }

  private void cutOfficialTest(Examples test) {
    int[] rest = holdOut(test, allOf(test), plan.validation(), Split.VALIDATION);
    put(Split.TEST, test, rest);
  }

  /** Takes a split out of {@code from} and returns what is left. */
  private int[] holdOut(Examples all, int[] from, double share, Split split) {
    var cut = Stratified.cut(all, from, classes, share, seed, split.label());
    put(split, all, cut.heldOut());
    return cut.kept();
  }

  private void put(Split split, Examples all, int[] chosen) {
    indices.put(split, chosen);
    splits.put(split, all.select(chosen));
  }

  private static int[] allOf(Examples examples) {
    var all = new int[examples.size()];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private void requireEveryGroup() {
    List<String> names = source.groupNames();
    splits.forEach(
        (split, examples) -> {
          for (int group = 0; group < names.size(); group++) {
            int wanted = group;
            if (Arrays.stream(examples.groups()).noneMatch(found -> found == wanted)) {
              throw new LimbeckException(
                  ("data '%s': group '%s' has no example in the %s split; add examples of it, leave"
                          + " it out, or change data.validation or data.testShare")
                      .formatted(source.name(), names.get(group), split.label()));
            }
          }
        });
  }

  private void requireEveryClass() {
    splits.forEach(
        (split, examples) -> {
          int[] counts = examples.classCounts(classes);
          for (int y = 0; y < counts.length; y++) {
            if (counts[y] == 0) {
              throw new LimbeckException(
                  ("data '%s': class '%s' has no example in the %s split; add examples of it, leave"
                          + " it out, or change data.validation or data.testShare")
                      .formatted(source.name(), source.classNames().get(y), split.label()));
            }
          }
        });
  }
}
