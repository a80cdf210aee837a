package org.limbeck.report.table;

import java.util.List;
import java.util.stream.Collectors;
import org.limbeck.report.html.Html;
import org.limbeck.store.RunRecord;
import org.limbeck.store.foreign.ForeignSpec;
import org.limbeck.teacher.foreign.ForeignTeacher;

/** What is said of a teacher that was trained elsewhere: its source, and what was found. */
public final class ForeignTeacherText {
  private static final int SUM_DIGITS = 12;

  private final Html html;
  private final List<ForeignTeacher> teachers;

  /**
   * A text.
   *
   * @param teachers the foreign ones of the study's plan
   */
  public ForeignTeacherText(Html html, List<ForeignTeacher> teachers) {
    this.html = html;
    this.teachers = List.copyOf(teachers);
  }

  /** Writes paragraphs on a foreign teacher's run; nothing for one that was trained here. */
  public void write(RunRecord run) {
    ForeignSpec foreign = run.spec().foreign();
    if (foreign == null) {
      return;
    }
    html.element("p", "Trained elsewhere: " + source(foreign) + ".");
    String name = run.spec().recipe().name();
    teachers.stream()
        .filter(teacher -> teacher.name().equals(name))
        .forEach(teacher -> html.element("p", TrainedOnSentence.of(teacher), "class", "note"));
    run.notes().forEach(note -> html.element("p", note, "class", "note"));
  }

  /** A source with the beginnings of its files' checksums. */
  static String source(ForeignSpec foreign) {
    List<String> sums =
        foreign.files().entrySet().stream()
            .map(file -> "%s %s\u2026".formatted(file.getKey(), shortened(file.getValue())))
            .toList();
    return foreign.source() + sums.stream().collect(Collectors.joining(", ", " (SHA-256 ", ")"));
  }

  private static String shortened(String sum) {
    return sum.substring(0, Math.min(SUM_DIGITS, sum.length()));
  }
}
