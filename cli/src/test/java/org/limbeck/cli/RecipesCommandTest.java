package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.limbeck.base.Json;
import org.limbeck.plan.recipe.BuiltIn;

class RecipesCommandTest {
  @Test
  void recipes_text_namesEachWithFormulaAndSource() {
    var result = Cli.run("recipes");
    assertThat(result.code()).isZero();
    for (BuiltIn recipe : BuiltIn.values()) {
      assertThat(result.out()).contains(recipe.label(), recipe.formula(), recipe.source());
    }
    assertThat(result.out()).contains("Class rules", "effective-number", "ldam");
  }

  @Test
  void recipes_pageOfThem_hasEachWithFormulaAndSource() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "recipes.md"));
    for (BuiltIn recipe : BuiltIn.values()) {
      assertThat(page)
          .contains(
              "| `%s` | %s | `%s` | %s |\n"
                  .formatted(
                      recipe.label(),
                      recipe.forTeachers() ? "teachers, students" : "students",
                      recipe.formula().replace("|", "\\|"),
                      recipe.source()));
    }
  }

  @Test
  void recipes_json_isOneDocument() throws JsonProcessingException {
    JsonNode document = Json.read(Cli.run("recipes", "--json").out(), JsonNode.class);
    assertThat(document.get("recipes")).hasSize(BuiltIn.values().length);
    assertThat(document.get("recipes").get(3).get("name").asText()).isEqualTo("distillation");
    assertThat(document.get("recipes").get(3).get("forTeachers").asBoolean()).isFalse();
    assertThat(document.get("classRules").toString()).contains("teacher-margin");
  }
}
