package org.limbeck.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.LimbeckException;
import org.limbeck.calibration.ScoreMode;
import org.limbeck.data.Dataset;
import org.limbeck.data.Datasets;
import org.limbeck.data.Split;
import org.limbeck.data.Views;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.Precision;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.recipe.StandardCosts;
import org.limbeck.teacher.LabelOptions;
import org.limbeck.teacher.NetworkTeacher;
import org.limbeck.teacher.Teacher;

/** The teacher robust, seed 0, of the kept study, from its files and from its network. */
class StoredTeacherTest {
  private static final Path STUDY = Path.of("src", "test", "resources", "earlier-study");
  private static final String ROBUST = "de45d130f3b3b31a";

  private final Dataset data = Datasets.build(StudyDirectory.readPlan(STUDY).data(), 0);

  private Teacher stored() {
    var directory = new RunDirectory(STUDY, ROBUST);
    Recipe recipe = directory.finished().orElseThrow().spec().recipe();
    var link = new RunSpec.TeacherLink(ROBUST, recipe, ScoreMode.TEMPERATURE);
    return new StoredTeacher(STUDY, TeacherFiles.read(STUDY, link, data.classes()), data);
  }

  private Teacher network() {
    var description =
        NetworkDescription.of(
            NetworkSpec.parse("mlp 12"), data.shape(), data.classes(), data.normalisation());
    Path weights = new RunDirectory(STUDY, ROBUST).file(RunDirectory.WEIGHTS);
    return new NetworkTeacher(
        description,
        Weights.read(weights, description),
        Precision.FP32,
        data,
        stored().costs().orElseThrow());
  }

  @Test
  void read_teacherThatIsGone_namesItAndTheRemedy(@TempDir Path empty) {
    Recipe recipe = Recipe.of("standard", LabelOptions.ONE_HOT, StandardCosts.USUAL);
    var link = new RunSpec.TeacherLink(ROBUST, recipe, ScoreMode.TEMPERATURE);
    assertThatThrownBy(() -> TeacherFiles.read(empty, link, 3))
        .isInstanceOf(LimbeckException.class)
        .hasMessageContaining(ROBUST + ": the run is missing, damaged or altered; run limbeck");
  }

  @Test
  void logits_ofItsFiles_areThoseOfItsNetwork() {
    try (Teacher stored = stored();
        Teacher network = network()) {
      assertThat(stored.classes()).isEqualTo(3).isEqualTo(network.classes());
      for (Split split : new Split[] {Split.TRAIN, Split.VALIDATION}) {
        // The last bits of a network's scores differ between types of processors.
        assertThat(stored.logits(split)).containsExactly(network.logits(split), within(1e-4f));
      }
      assertThat(stored.logits(Split.TRAIN)).hasSize(3 * data.train().size());
      assertThat(stored.logits(Split.VALIDATION)).hasSize(3 * data.validation().size());
    }
  }

  @Test
  void costsAndPrior_ofItsTraining_areKnown() {
    try (Teacher stored = stored();
        Teacher network = network()) {
      assertThat(stored.costs().orElseThrow())
          .containsExactly(network.costs().orElseThrow())
          .containsExactly(0.6568627450980391, 1.1166666666666667, 1.7179487179487178);
      for (int y = 0; y < 3; y++) {
        double prior = stored.prior().orElseThrow().of(y);
        assertThat(prior).isEqualTo(network.prior().orElseThrow().of(y));
        // The costs of a first epoch on uniform multipliers: (1/m) / pi.
        assertThat(1 / (3 * prior)).isCloseTo(stored.costs().orElseThrow()[y], within(1e-9));
      }
    }
  }

  @Test
  void logits_ofTheTestSplit_areRefused() {
    try (Teacher stored = stored();
        Teacher network = network()) {
      for (Teacher teacher : new Teacher[] {stored, network}) {
        assertThatThrownBy(() -> teacher.logits(Split.TEST))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a teacher does not score the test split");
      }
    }
  }

  @Test
  void views_ofATable_areNone() {
    try (Teacher stored = stored()) {
      assertThat(stored.views(Views.NONE)).isEmpty();
    }
  }
}
