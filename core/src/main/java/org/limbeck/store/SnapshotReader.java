package org.limbeck.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.plan.StudyPlan;
import org.limbeck.store.foreign.ForeignContent;
import org.limbeck.store.foreign.ForeignSpec;
import org.limbeck.teacher.foreign.ForeignTeacher;
import org.limbeck.train.EpochRecord;

/** Reads the runs of a study while other processes may work on them. */
final class SnapshotReader {
  private final Map<String, RunRecord> finished = new HashMap<>();
  private final Map<String, List<EpochRecord>> histories = new HashMap<>();
  private final Map<Long, String> fingerprintsInWork = new HashMap<>();
  private final Map<Long, String> fingerprintsFinished = new HashMap<>();

  private final Set<String> swapped = new HashSet<>();
  private final StudyPlan plan;

  private final Map<String, ForeignSpec> teachers = new HashMap<>();
  private final Map<String, ForeignSpec> teachersInWork = new HashMap<>();

  private SnapshotReader(StudyPlan plan) {
    this.plan = plan;
  }

  /*
   * Ids of planned runs follow from the fingerprints of the data, which are not read here but learnt
   * from the runs that are there. Where the data of a study have changed, there are two for a split:
   * that of a run in work counts, else that of the finished study. So it is with the content of the
   * files of foreign teachers.
   */

  /**
   * The runs of a plan, in its order, each with what the study's directory has of it.
   *
   * @param named ids in the record of the study
   */
  static List<RunSnapshot> runs(Path study, StudyPlan plan, List<String> named) {
    var reader = new SnapshotReader(plan);
    ids(study).stream()
        .sorted(Comparator.comparing(named::contains))
        .forEach(id -> reader.read(study, id));
    return PlannedRuns.of(plan, seed -> reader.data(plan.data().splitSeed(seed)), reader::content)
        .stream()
        .map(reader::snapshot)
        .toList();
  }

  private static NavigableSet<String> ids(Path study) {
    NavigableSet<String> ids = new TreeSet<>();
    // A folder that is renamed while it is listed can be missing in one listing, not in two.
    for (int listing = 0; listing < 2; listing++) {
      names(study.resolve(RunDirectory.RUNS)).stream()
          .map(name -> name.replace(PartialRun.SUFFIX, ""))
          .filter(RunIdentity::isId)
          .forEach(ids::add);
    }
    return ids;
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    } catch (IOException e) {
      throw new LimbeckException(folder + ": cannot be read: " + AtomicFiles.reason(e), e);
    }
  }

  /** The run in work first: if it is finished meanwhile, it is then found so. */
  private void read(Path study, String id) {
    var partial = new PartialRun(study.resolve(RunDirectory.RUNS), id);
    if (partial.exists()) {
      partial
          .spec()
          .ifPresent(
              spec -> {
                learn(fingerprintsInWork, spec);
                learnTeacher(spec, true);
              });
      histories.put(id, partial.history());
    }
    var directory = new RunDirectory(study, id);
    directory
        .finished()
        .ifPresent(
            record -> {
              learn(fingerprintsFinished, record.spec());
              learnSwap(PlannedRuns.Data.of(record.data(), plan));
              learnTeacher(record.spec(), false);
              finished.put(id, record);
              histories.put(id, history(directory, record));
            });
  }

  private static void learn(Map<Long, String> fingerprints, RunSpec spec) {
    fingerprints.put(spec.splitSeed(), spec.dataFingerprint());
  }

  /** Known as soon as one run is finished; until then a study may seem to have fewer runs. */
  private void learnSwap(PlannedRuns.Data data) {
    if (data.swaps()) {
      swapped.add(data.fingerprint());
    }
  }

  private void learnTeacher(RunSpec spec, boolean inWork) {
    ForeignSpec foreign = spec.foreign();
    if (foreign != null) {
      String key = key(spec.recipe().name(), foreign);
      if (inWork) {
        teachersInWork.put(key, foreign);
      } else {
        teachers.put(key, foreign);
      }
    }
  }

  private static String key(String name, ForeignSpec foreign) {
    return name + " " + foreign.options();
  }

  private ForeignSpec content(ForeignTeacher teacher) {
    ForeignSpec unread = ForeignContent.unread(teacher);
    String key = key(teacher.name(), unread);
    return teachersInWork.getOrDefault(key, teachers.getOrDefault(key, unread));
  }

  /** A foreign teacher has no epochs. */
  private static List<EpochRecord> history(RunDirectory directory, RunRecord record) {
    return record.files().containsKey(RunDirectory.HISTORY)
        ? History.read(directory.file(RunDirectory.HISTORY))
        : List.of();
  }

  /** Without a fingerprint where no run on these splits has begun. */
  private PlannedRuns.Data data(long splitSeed) {
    String fingerprint =
        fingerprintsInWork.getOrDefault(
            splitSeed, fingerprintsFinished.getOrDefault(splitSeed, ""));
    return new PlannedRuns.Data(fingerprint, swapped.contains(fingerprint));
  }

  private RunSnapshot snapshot(PlannedRun run) {
    Optional<RunRecord> record = Optional.ofNullable(finished.get(run.id()));
    List<EpochRecord> history = histories.get(run.id());
    return new RunSnapshot(
        run,
        record.isPresent()
            ? RunSnapshot.State.FINISHED
            : history == null ? RunSnapshot.State.PLANNED : RunSnapshot.State.BEGUN,
        record.flatMap(done -> Optional.ofNullable(done.delivered().validation())),
        history == null ? List.of() : history);
  }
}
