package org.limbeck.study;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.limbeck.LimbeckException;
import org.limbeck.base.Closer;
import org.limbeck.data.Dataset;
import org.limbeck.data.Views;
import org.limbeck.teacher.ViewLogits;
import org.limbeck.teacher.foreign.ForeignScores;
import org.limbeck.teacher.foreign.ForeignTeacher;
import org.limbeck.teacher.foreign.ForeignTeachers;

/**
 * The foreign teachers of a study that score views for their students, each opened once: its
 * students take turns.
 */
final class ForeignViews implements AutoCloseable {
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final Map<String, ForeignScores> opened = new HashMap<>();
  private final Map<String, ViewLogits> scorers = new HashMap<>();
  private final Closer closer = new Closer();

  /**
   * What scores the views of a teacher.
   *
   * @param runId of the teacher
   * @param driving rows of validation that drive it; empty for all
   * @throws LimbeckException if it cannot score views
   */
  synchronized ViewLogits of(
      String runId, ForeignTeacher teacher, Dataset data, Views views, Optional<int[]> driving) {
    ForeignScores scores =
        opened.computeIfAbsent(
            runId,
            missing ->
                closer.add(
                    ForeignTeachers.open(teacher.source(), data, CORES, driving),
                    ForeignScores::close));
    return scorers.computeIfAbsent(
        runId + " " + views,
        missing -> taken(scores.views(views).orElseThrow(() -> refused(teacher))));
  }

  private static ViewLogits taken(ViewLogits scorer) {
    var turn = new Object();
    return (examples, views) -> {
      synchronized (turn) {
        return scorer.logits(examples, views);
      }
    };
  }

  /** Says what to do where students see views and their teacher has none. */
  static LimbeckException refused(ForeignTeacher teacher) {
    return new LimbeckException(
        ("student.train.views: the teacher '%s' (%s) cannot score views of images, only the images"
                + " themselves; set views: {crop: 0, flip: none}, or give the teacher as an ONNX"
                + " model")
            .formatted(teacher.name(), teacher.source().text()));
  }

  @Override
  public synchronized void close() {
    scorers.clear();
    opened.clear();
    closer.close();
  }
}
