package org.limbeck.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.limbeck.compare.Leaderboard;
import org.limbeck.store.RunDirectory;
import org.limbeck.store.RunSpec;
import org.limbeck.store.foreign.ForeignSpec;
import org.limbeck.teacher.foreign.ForeignTeacher;
import org.limbeck.teacher.foreign.ForeignTeacher.TrainedOn;

/**
 * A student's teacher that was trained elsewhere.
 *
 * @param name in tables
 * @param spec what its scores come from
 * @param trainedOn which examples it may have learned from
 */
record CardTeacher(String name, ForeignSpec spec, TrainedOn trainedOn) {
  /** The teacher of a row; empty if it has none, or one that was trained in the study. */
  static Optional<CardTeacher> of(Path study, Leaderboard.Row row, List<ForeignTeacher> teachers) {
    RunSpec.TeacherLink link = row.combination().runs().get(0).spec().teacher();
    String name = link == null ? "" : link.recipe().name();
    return teachers.stream()
        .filter(teacher -> link != null && teacher.name().equals(name))
        .findFirst()
        .flatMap(
            teacher ->
                spec(study, row).map(spec -> new CardTeacher(name, spec, teacher.trainedOn())));
  }

  private static Optional<ForeignSpec> spec(Path study, Leaderboard.Row row) {
    return Optional.ofNullable(row.combination().runs().get(0).spec().teacher())
        .map(link -> new RunDirectory(study, link.runId()).required().spec().foreign());
  }

  /** The end of the card's line on the teacher. */
  String text() {
    String sums =
        spec.files().entrySet().stream()
            .map(file -> ", SHA-256 of %s `%s`".formatted(file.getKey(), file.getValue()))
            .collect(Collectors.joining());
    return ": `%s`, trained elsewhere: %s%s. It may have learned from: %s"
        .formatted(name, Markdown.escape(spec.source()), sums, examples());
  }

  private String examples() {
    return switch (trainedOn) {
      case UNKNOWN -> "not known";
      case OTHER -> "none of the examples above";
      case TRAINING -> "the training examples";
      case VALIDATION ->
          "the training and validation examples, so figures on validation are too good";
    };
  }
}
