package org.limbeck.report.chart;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.limbeck.compare.Leaderboard;
import org.limbeck.plan.recipe.Recipe;

/**
 * The objectives of a study in the order of the leaderboard, which decides their colours and
 * shapes.
 *
 * @param teachers labels of the teachers' objectives
 * @param students labels of the students' objectives
 */
public record SeriesStyles(List<String> teachers, List<String> students) {
  /** Colours in the style sheet; they repeat after the last. */
  private static final int COLOURS = 8;

  /** The styles of a study's rows. */
  public static SeriesStyles of(Leaderboard leaderboard) {
    return new SeriesStyles(
        leaderboard.rows().stream()
            .map(row -> row.combination().teacher().label())
            .distinct()
            .toList(),
        leaderboard.students().stream().map(row -> student(row, "")).distinct().toList());
  }

  /** The objective that a student was trained with, whatever was done to it after training. */
  private static String student(Leaderboard.Row row, String none) {
    @Nullable Recipe student = row.combination().student();
    return student == null ? none : student.trained().label();
  }

  private static boolean changed(Leaderboard.Row row) {
    @Nullable Recipe student = row.combination().student();
    return student != null && !student.equals(student.trained());
  }

  /** The legend of the students' colours. */
  public List<Legend.Entry> studentEntries() {
    return IntStream.range(0, students.size())
        .mapToObj(i -> new Legend.Entry(Mark.CIRCLE, style(i) + " fill", students.get(i)))
        .toList();
  }

  /** The legend of the teachers' shapes. */
  public List<Legend.Entry> teacherEntries(String style) {
    return IntStream.range(0, teachers.size())
        .mapToObj(i -> new Legend.Entry(Mark.of(i), style, teachers.get(i)))
        .toList();
  }

  /** The shape of a row: that of its teacher's objective. */
  Mark mark(Leaderboard.Row row) {
    return Mark.of(teachers.indexOf(row.combination().teacher().label()));
  }

  /**
   * The style of a row: the colour of its student's objective, an outline of it where the student
   * was changed after training, or hollow for a teacher.
   */
  String style(Leaderboard.Row row) {
    int index = students.indexOf(student(row, ""));
    return index < 0 ? "hollow" : style(index) + (changed(row) ? " outline" : " fill");
  }

  /** The style of the i-th colour. */
  static String style(int index) {
    return "s" + (1 + index % COLOURS);
  }
}
