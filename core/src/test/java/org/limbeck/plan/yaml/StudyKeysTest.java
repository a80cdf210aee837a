package org.limbeck.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.limbeck.nn.ComputeDevice;
import org.limbeck.plan.SelectionPlan;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;

/** Every key: its default, and something else. */
class StudyKeysTest {
  private static final String MINIMAL =
      """
      name: small
      data: {source: digits}
      seeds: [0]
      teacher: {network: mlp 16, recipes: [standard]}
      student: {network: mlp 16, recipes: [standard]}
      """;

  private static final String ROLE =
      """
        network: mlp 8
        objectives: [robust]
        alphas: [0.25]
        anchor: standard
        multipliers: %s
        train:
          epochs: 7
          batchSize: 5
          optimiser: adamw
          learningRate: 1e-2
          momentum: 0.8
          weightDecay: 0
          schedule: step
          warmupEpochs: 1.5
          milestones: [0.5]
          factor: 0.2
          iterate: best
          views: {crop: 2, flip: alternating, viewsPerImage: 9}
          precision: bf16
          validateEvery: 3
      """;

  private static final String MULTIPLIERS =
      "{gamma: 2, updateEvery: epoch, measure: cross-entropy, validationLabels: %s, memory:"
          + " memoryless, floor: 0.1, sample: 70, source: validation, smoothing: 2.5, worstK: 2}";

  private static final String FULL =
      """
      name: full
      data:
        source: csv
        train: a.csv
        validationFrom: test
        validation: {share: 0.4, judge: 0.3}
        testShare: 0.1
        longTail: {ratio: 10, order: random}
        splitSeed: each
      seeds: [1, -2]
      device: cpu
      select: {minAccuracy: 0.9, exportSeed: -2, by: class-and-group}
      teacher:
        scores: per-class
      %s  recipes:
          - {name: batch, variant: v, costs: robust, alpha: 0.5, anchor: standard, by: group,
             form: reweight, costsFrom: 0.5, margins: ldam, marginScale: 2,
             multipliers: {measure: cross-entropy, updateEvery: 1, source: training-batch, smoothing: 0}}
      student:
        baseline: false
        labels: rebalanced
        mix: 0.25
        temperature: 3
      %s  recipes:
          - {name: shifted, labels: class-mix, mix: 0.25, temperature: 1, scores: raw, costs: adv-shift,
             radius: 0.5, clip: 3, postHoc: post-shift, delta: 0.4, of: trained, ofVariant: w}
          - {name: worst, costs: robust, alpha: 0.5, multipliers: %s}
      """
          .formatted(
              ROLE.formatted(MULTIPLIERS.formatted("one-hot")),
              ROLE.formatted(MULTIPLIERS.formatted("teacher")),
              MULTIPLIERS.formatted("teacher"));

  private static StudyPlan parse(String text) {
    return StudyYaml.parse(text, "s.yaml", Path.of("/folder"));
  }

  @Test
  void parse_nothingOptional_takesTheDefaultsOfTheBuilders() {
    StudyPlan plan = parse(MINIMAL.replace(", recipes: [standard]", ""));
    assertThat(plan)
        .isEqualTo(
            StudyPlan.builder(
                    plan.name(), plan.data(), plan.seeds(), plan.teacher(), plan.student())
                .build());
    assertThat(plan.selection()).isEqualTo(SelectionPlan.DEFAULT);
    assertThat(plan.device()).isEqualTo(ComputeDevice.AUTO);
  }

  @Test
  void parse_everyKeySetToSomethingElse_changesEachAndSurvivesWriting() {
    StudyPlan full = parse(FULL);
    assertThat(parse(StudyYaml.write(full))).isEqualTo(full);
    Map<String, Set<String>> usual = new TreeMap<>();
    Map<String, Set<String>> changed = new TreeMap<>();
    collect("study", StudyKeys.KEYS, parse(MINIMAL), usual);
    collect("study", StudyKeys.KEYS, full, changed);
    changed
        .keySet()
        .removeIf(key -> !usual.getOrDefault(key, Set.of()).containsAll(changed.get(key)));
    assertThat(changed.keySet())
        .as("keys that are never written")
        .containsExactly("recipes.from", "student.postShift", "validation.file");
  }

  /** The values of each key of each section, as they are written. */
  private static <R> void collect(
      String section, List<Entry<R>> entries, R record, Map<String, Set<String>> values) {
    for (Entry<R> entry : entries) {
      if (entry instanceof Key<R, ?> key) {
        values
            .computeIfAbsent(section + "." + key.name(), name -> new TreeSet<>())
            .addAll(written(key, record));
      } else if (entry instanceof Entry.Part<R, ?> part) {
        collectPart(part, record, values);
      } else if (entry instanceof Entry.Items<R, ?> items) {
        collectItems(items, record, values);
      }
    }
  }

  private static <R, T> List<String> written(Key<R, T> key, R record) {
    T value = key.value().of(record);
    return value == null ? List.of() : List.of(key.kind().text().apply(value));
  }

  private static <R, S> void collectPart(
      Entry.Part<R, S> part, R record, Map<String, Set<String>> values) {
    S below = part.value().of(record);
    if (below != null) {
      collect(part.name(), part.keys(), below, values);
    }
  }

  private static <R, S> void collectItems(
      Entry.Items<R, S> items, R record, Map<String, Set<String>> values) {
    items.values().apply(record).forEach(item -> collect(items.name(), items.keys(), item, values));
  }
}
