package org.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.limbeck.data.ValidationParts.Part;
import org.limbeck.store.RunRecord;
import org.limbeck.store.judging.Driving;
import org.limbeck.store.judging.Judged;

/**
 * What the students of a study are judged on: the same validation examples for all of a seed, none
 * of which drove the student that they judge.
 *
 * <p>That is the second part of validation; both parts where they changed roles in a second
 * training; the whole split where validation drives no student.
 */
final class JudgedRuns {
  private final boolean driven;
  private final Set<Long> swappedSeeds;
  private final Map<String, RunRecord> second;
  private final Function<RunRecord, String> name;

  /**
   * The students of a study.
   *
   * @param students all their runs, those of second trainings too
   * @param name tells the students of a seed apart
   */
  JudgedRuns(List<RunRecord> students, Function<RunRecord, String> name) {
    driven = students.stream().anyMatch(run -> run.spec().driving() != null);
    List<RunRecord> swapped = students.stream().filter(run -> run.spec().swapsParts()).toList();
    swappedSeeds = swapped.stream().map(run -> run.spec().seed()).collect(Collectors.toSet());
    second =
        swapped.stream()
            .collect(Collectors.toMap(run -> key(run, name), run -> run, (one, same) -> one));
    this.name = name;
  }

  private static String key(RunRecord run, Function<RunRecord, String> name) {
    return name.apply(run) + " " + run.spec().seed();
  }

  /** The result of each run; empty where any was not judged apart, as in earlier studies. */
  List<Judged.Counts> of(List<RunRecord> runs) {
    List<Judged.Counts> judged = new ArrayList<>();
    for (RunRecord run : runs) {
      of(run).ifPresent(judged::add);
    }
    return judged.size() == runs.size() ? judged : List.of();
  }

  private Optional<Judged.Counts> of(RunRecord run) {
    Judged own = run.judged();
    if (own == null) {
      return Optional.empty();
    }
    if (!driven) {
      return Optional.of(Judged.Counts.of(run.validation().metrics(), run.validation().groups()));
    }
    Optional<Judged.Counts> later = Optional.ofNullable(own.of(Part.SECOND));
    return swappedSeeds.contains(run.spec().seed())
        ? later.flatMap(counts -> first(run, own).map(counts::and))
        : later;
  }

  /** The result on the first part: of the second training where the first part drove this run. */
  private Optional<Judged.Counts> first(RunRecord run, Judged own) {
    Driving driving = run.spec().driving();
    RunRecord judge = driving == null ? run : second.get(key(run, name));
    return judge == null
        ? Optional.empty()
        : Optional.ofNullable(Objects.requireNonNullElse(judge.judged(), own).of(Part.FIRST));
  }
}
