package org.limbeck.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;
import org.limbeck.plan.PlanExtension;
import org.limbeck.plan.Role;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.ContinuedPlan;
import org.limbeck.plan.yaml.PlanDifferences;
import org.limbeck.plan.yaml.StudyYaml;

/**
 * The study that a directory holds before another plan is run in it.
 *
 * <p>Its plan binds later ones once a run is finished or has saved a checkpoint: seeds, objectives,
 * alphas, recipes, selection and device may differ, and the data, networks and training may not.
 * The networks and the training of teachers are bound by runs of teachers, those of students by
 * runs of students: what only kept students from being trained can be put right. Students of the
 * labels alone bind nothing until a teacher has a run: a teacher that could not be used, and the
 * data that did not fit it, can be put right.
 */
public final class ExistingStudy {
  private ExistingStudy() {}

  /**
   * Reads a study file for a directory: keys that the file leaves out keep the values of the
   * directory's {@code study.yaml}, if the directory holds a study.
   *
   * @param folder need not exist
   * @throws LimbeckException naming file, line and key of every problem
   */
  public static ContinuedPlan read(Path file, Path folder) {
    Set<Role> bound = boundIn(folder);
    return bound.isEmpty()
        ? new ContinuedPlan(StudyYaml.read(file), List.of())
        : StudyYaml.readOver(file, folder.resolve(StudyDirectory.PLAN), bound);
  }

  /** What a plan adds to the study in a directory, and what it leaves out; absent if none is. */
  public static Optional<PlanExtension> extension(Path folder, StudyPlan plan) {
    return !boundIn(folder).isEmpty()
        ? Optional.of(PlanExtension.between(StudyDirectory.readPlan(folder), plan))
        : Optional.empty();
  }

  /**
   * The roles of which a directory with a plan has a run that is finished or has saved a
   * checkpoint.
   */
  static Set<Role> boundIn(Path folder) {
    // A newer format is refused before its plan is read.
    StudyRecord.readIfIntact(folder.resolve(StudyDirectory.RECORD));
    Path runs = folder.resolve(RunDirectory.RUNS);
    if (!Files.isRegularFile(folder.resolve(StudyDirectory.PLAN)) || !Files.isDirectory(runs)) {
      return Set.of();
    }
    Set<Role> bound = EnumSet.noneOf(Role.class);
    entries(runs).stream().map(RunDirectory::started).forEach(bound::addAll);
    return bound;
  }

  private static List<Path> entries(Path runs) {
    try (Stream<Path> entries = Files.list(runs)) {
      return entries.toList();
    } catch (IOException e) {
      throw new LimbeckException(runs + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Refuses a plan that changes what the study in a directory means. */
  static void requireSame(Path folder, StudyPlan plan, Set<Role> bound) {
    if (entries(folder.resolve(RunDirectory.RUNS)).stream()
        .noneMatch(RunDirectory::mayHaveTeacher)) {
      return;
    }
    StudyPlan before = StudyDirectory.readPlan(folder);
    List<String> differences = PlanDifferences.between(before, folder.toString(), plan, bound);
    if (!differences.isEmpty()) {
      String line = System.lineSeparator();
      throw new LimbeckException(
          "%s: its runs were made with other values of these keys:%s  %s%s%s"
              .formatted(
                  folder,
                  line,
                  String.join(line + "  ", differences),
                  line,
                  "put them back, choose another directory with -o, or delete this one"));
    }
  }
}
