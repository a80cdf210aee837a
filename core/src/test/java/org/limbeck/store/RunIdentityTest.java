package org.limbeck.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.limbeck.Golden;
import org.limbeck.base.Json;
import org.limbeck.plan.recipe.BuiltIn;

class RunIdentityTest {
  /** A change of this file orphans the runs of earlier directories; it may only grow. */
  @Test
  void id_specsOfAllKinds_areThoseOfEarlierVersions() {
    var text = new StringBuilder();
    Specs.all()
        .forEach(
            (name, spec) ->
                text.append(spec.id())
                    .append(' ')
                    .append(name)
                    .append('\n')
                    .append(RunIdentity.canonical(spec))
                    .append('\n'));
    Golden.check("run-ids.txt", text.toString());
  }

  @Test
  void id_differentSpecs_areDifferent() {
    Collection<RunSpec> specs = Specs.all().values();
    assertThat(specs.stream().map(RunSpec::id).distinct()).hasSameSizeAs(Set.copyOf(specs));
  }

  @Test
  void id_specReadFromItsRecord_isTheSame() throws JsonProcessingException {
    for (RunSpec spec : Specs.all().values()) {
      assertThat(Json.read(Json.pretty(spec), RunSpec.class).id()).isEqualTo(spec.id());
    }
  }

  @Test
  void all_specs_coverEveryRecipe() {
    List<String> names =
        Specs.all().values().stream().map(spec -> spec.recipe().name()).distinct().toList();
    assertThat(names).containsAll(BuiltIn.labels());
  }

  /** Scores that are not carried to validation's prior gave other results: never taken for new. */
  @Test
  void isIdOf_runWithUncarriedValidationLabels_isReadButNotTheSameRun() {
    RunSpec spec = Objects.requireNonNull(Specs.all().get("options: student robust(0.001)"));
    String earlier = "19f8bfa3a8960ffc";
    assertThat(spec.id()).isNotEqualTo(earlier);
    assertThat(RunIdentity.isIdOf(spec, earlier)).isTrue();
    assertThat(RunIdentity.isIdOf(spec, spec.id())).isTrue();
    assertThat(RunIdentity.isIdOf(spec, "19f8bfa3a8960ffd")).isFalse();
  }
}
