package org.limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.data.OptionList;
import org.limbeck.plan.StudyPlan;
import org.limbeck.plan.yaml.StudyYaml;
import org.limbeck.workflow.StudyDraft.DataKey;

class StudyDraftTest {
  private static StudyDraft draft(List<DataKey> keys) {
    return new StudyDraft("drawn", "A study of things.", keys, UsualNetworks.ofRows(100));
  }

  @Test
  void text_always_isAStudyWithARobustObjective() {
    String text = draft(List.of(DataKey.of("source", "digits"))).text();
    StudyPlan plan = StudyYaml.parse(text, "drawn.yaml", Path.of(""));
    assertThat(plan.data().source()).isEqualTo("digits");
    assertThat(plan.student().network().text()).isEqualTo("mlp 16");
    assertThat(plan.student().objectives()).contains("robust");
    assertThat(text).startsWith("# A study of things.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "null",
        "12",
        "a: b",
        "- x",
        "#x",
        "it's",
        "\"q\"",
        "[x",
        "a\nb: c",
        "é\u2028b: 1"
      })
  void text_anyNameInAValueOrAComment_staysThere(String name) {
    List<DataKey> keys =
        List.of(
            DataKey.of("source", "csv"),
            DataKey.comment("columns: " + name + "\n" + name),
            DataKey.of("train", "x.csv"),
            new DataKey("label", Optional.of(name), name),
            DataKey.of("id", "b"));
    StudyPlan plan = StudyYaml.parse(draft(keys).text(), "drawn.yaml", Path.of(""));
    assertThat(plan.data().options()).containsEntry("label", name).hasSize(3);
  }

  @Test
  void text_list_isAList() {
    String text =
        draft(
                List.of(
                    DataKey.of("source", "digits"),
                    DataKey.of("ignore", OptionList.of(List.of("a b", "c")))))
            .text();
    assertThat(text).contains("  ignore: [\"a b\", c]\n");
  }
}
