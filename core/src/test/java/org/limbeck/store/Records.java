package org.limbeck.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.calibration.ScoreTransform;
import org.limbeck.diagnosis.Diagnosis;
import org.limbeck.metric.Calibration;
import org.limbeck.metric.ClassMetrics;
import org.limbeck.metric.GroupMetrics;
import org.limbeck.metric.ReliabilityDiagram;

/** Records of runs whose every number is made up: the same on every machine. */
public final class Records {
  private static final Provenance PROVENANCE =
      new Provenance("1.2.3", "17.0.1", "2.10.0", "Linux amd64", 2, "cpu");
  private static final Map<String, String> FILES =
      Map.of(RunDirectory.WEIGHTS, "ab".repeat(32), RunDirectory.HISTORY, "cd".repeat(32));

  private Records() {}

  /** A teacher: a diagnosis, no groups, an absent class, another best iterate. */
  public static RunRecord teacher() {
    return record(
        Specs.named("recipes: teacher robust(0.5)"),
        iterate(8, false),
        iterate(5, false),
        List.of(diagnosis()),
        null);
  }

  /** A student with groups and a score cache. */
  public static RunRecord student() {
    IterateResult last = iterate(8, true);
    return record(
        Specs.named("groups: student groups(0.5)"),
        last,
        last,
        List.of(),
        new TeacherPasses(1234567890123L, 42));
  }

  private static RunRecord record(
      RunSpec spec,
      IterateResult last,
      IterateResult best,
      List<Diagnosis> diagnoses,
      @Nullable TeacherPasses passes) {
    return new RunRecord(
            3,
            spec.id(),
            spec,
            data(),
            1210,
            last,
            best,
            diagnoses,
            passes,
            PROVENANCE,
            1.5,
            FILES,
            "")
        .sealed();
  }

  private static DataSummary data() {
    return new DataSummary(
        "toy",
        "5ca1ab1e".repeat(8),
        "test: even",
        List.of("a", "b \u00fc", "\"c\""),
        List.of(300, 30, 3),
        List.of(10, 10, 0),
        List.of(10, 10, 0));
  }

  private static IterateResult iterate(int epoch, boolean grouped) {
    SplitResult result =
        new SplitResult(
            metrics(0.75, null, 0.25),
            calibration(),
            grouped
                ? new GroupMetrics(
                    List.of("left", "right"),
                    metrics(0.5, 1.0),
                    metrics(0.5, null, 0.25, 1.0, 0.125, 0.75))
                : null);
    return new IterateResult(epoch, 0.3125, List.of(1.0, 2.5, 1e-3), result, result);
  }

  private static ClassMetrics metrics(@Nullable Double... classAccuracy) {
    return new ClassMetrics(
        classAccuracy.length,
        Arrays.asList(classAccuracy),
        Arrays.stream(classAccuracy).map(value -> value == null ? 0 : 20).toList(),
        0.625,
        0.5,
        0.25,
        2,
        new ClassMetrics.WorstK(1, 0.25),
        0.375,
        0.95,
        Arrays.asList(classAccuracy),
        0.0625,
        0.875);
  }

  private static Calibration calibration() {
    return new Calibration(
        15, 0.03125, List.of(0.1, 0.2, 0.3), 0.2, Arrays.asList(0.5, null, 1.5), 1.5, 1.0e-5, 1.25);
  }

  private static Diagnosis diagnosis() {
    var calibration =
        new ScoreTransform(
            ScoreMode.TEMPERATURE,
            List.of(0.0, -0.5, 1e10),
            List.of(0.5, 0.5, 0.5),
            List.of(0.0, 0.0, 0.0));
    var diagram =
        new ReliabilityDiagram(
            List.of(
                new ReliabilityDiagram.Bin(0, 0.5, 0, null, null),
                new ReliabilityDiagram.Bin(0.5, 1, 20, 0.8125, 0.75)));
    return new Diagnosis(calibration, calibration(), diagram);
  }
}
