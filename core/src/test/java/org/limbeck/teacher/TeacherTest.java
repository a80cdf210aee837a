package org.limbeck.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.limbeck.data.Split;
import org.limbeck.data.Views;

class TeacherTest {
  /** A table of scores: all that a foreign teacher may be. */
  private static final class ScoreTable implements Teacher {
    private final TeacherScores scores =
        new TeacherScores(2, new float[] {1, 2, 3, 4}, new float[] {5, 6});

    @Override
    public int classes() {
      return 2;
    }

    @Override
    public float[] logits(Split split) {
      return scores.of(split);
    }
  }

  @Test
  void teacher_onlyATableOfScores_hasNoViewsCostsOrPrior() {
    try (var teacher = new ScoreTable()) {
      assertThat(teacher.views(Views.NONE)).isEmpty();
      assertThat(teacher.costs()).isEmpty();
      assertThat(teacher.prior()).isEmpty();
      TeacherScores scores = TeacherScores.of(teacher);
      assertThat(scores.train()).containsExactly(1, 2, 3, 4);
      assertThat(scores.validation()).containsExactly(5, 6);
    }
  }
}
