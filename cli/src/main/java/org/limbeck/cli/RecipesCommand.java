package org.limbeck.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.limbeck.base.Json;
import org.limbeck.objective.ClassRules;
import org.limbeck.plan.recipe.BuiltIn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code limbeck recipes}: the methods that a study file can name. */
@Command(
    name = "recipes",
    mixinStandardHelpOptions = true,
    description = "Lists the recipes that a study file can name, with formula and source.")
final class RecipesCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print one JSON object instead of the list.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(Json.pretty(document()));
    } else {
      text(out);
    }
    out.flush();
    return ExitCodes.OK;
  }

  private static void text(PrintWriter out) {
    for (BuiltIn recipe : BuiltIn.values()) {
      out.printf(
          "%s (%s)%n    %s%n    %s%n",
          recipe.label(),
          recipe.forTeachers() ? "teachers and students" : "students",
          recipe.formula(),
          recipe.source());
    }
    out.printf(
        "%nClass rules, for the keys costs and margins: %s%n(docs/recipes.md shows how to add one)%n",
        String.join(", ", ClassRules.names()));
    out.printf(
        "%nIn a study file, with any key changed (docs/method.md, section 3, has them all):%n");
    out.printf("  student:%n    recipes: [bkd, {name: kd4, from: distillation, temperature: 4}]%n");
  }

  private static Map<String, Object> document() {
    List<Map<String, Object>> recipes = new ArrayList<>();
    for (BuiltIn recipe : BuiltIn.values()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", recipe.label());
      entry.put("forTeachers", recipe.forTeachers());
      entry.put("formula", recipe.formula());
      entry.put("source", recipe.source());
      recipes.add(entry);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("recipes", recipes);
    document.put("classRules", ClassRules.names());
    return document;
  }
}
