package org.limbeck.plan.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.LimbeckException;
import org.limbeck.base.DidYouMean;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Kind;
import org.limbeck.plan.key.Section;
import org.limbeck.plan.recipe.BuiltIn;
import org.limbeck.plan.recipe.PostHocOptions;
import org.limbeck.plan.recipe.Recipe;
import org.limbeck.plan.recipe.RecipeNames;

/** The keys of an entry of {@code recipes}; {@link RecipeSection} reads them. */
final class RecipeKeys {
  /** An empty text stands for none. */
  private static final Kind<String> VARIANTS =
      Kind.text(RecipeNames.VARIANT, text -> text.isEmpty() || RecipeNames.isVariant(text));

  /** Never written: what it stands for is written instead. */
  static final Key<Recipe, BuiltIn> FROM =
      new Key<>(
          "from",
          Kind.scalar("name of a built-in recipe", "a recipe", RecipeKeys::builtIn, BuiltIn::label),
          "The built-in recipe that gives the keys left out; `standard` where left out.",
          recipe -> null);

  static final Key<Recipe, String> NAME =
      new Key<>(
          "name", Kind.TEXT, "The name in tables; that of `from` where left out.", Recipe::name);
  static final Key<Recipe, String> VARIANT =
      new Key<>(
          "variant",
          VARIANTS,
          "Tells recipes of one name apart, in brackets; the alpha of robust costs by default.",
          recipe -> trained(recipe) ? variant(recipe) : null);
  static final Key<Recipe, String> OF_VARIANT =
      new Key<>(
          "ofVariant",
          VARIANTS,
          "With `postHoc`: the variant of the recipe whose network is changed.",
          recipe -> trained(recipe) ? null : variant(recipe.trained()));
  static final Key<Recipe, PostHocOptions.Rule> POST_HOC =
      new Key<>(
          "postHoc",
          Kind.word(PostHocOptions.Rule.class),
          "What is done to the network after its training; only students can have it.",
          recipe -> recipe.postHoc().rule());
  static final Key<Recipe, List<Double>> DELTA =
      new Key<>(
          "delta",
          Kind.NUMBERS,
          "`postHoc: post-shift`: how far scores shift, in nats, 0 or more; a list makes a recipe"
              + " of each.",
          recipe -> one(recipe.postHoc().delta()));
  static final Key<Recipe, String> OF =
      new Key<>(
          "of",
          Kind.TEXT,
          "With `postHoc`: the name of the recipe whose network is changed.",
          recipe -> trained(recipe) ? null : recipe.postHoc().of());

  static final List<Entry<Recipe>> KEYS = keys();

  private RecipeKeys() {}

  private static List<Entry<Recipe>> keys() {
    List<Entry<Recipe>> keys = new ArrayList<>(List.of(FROM, NAME, VARIANT, OF_VARIANT));
    keys.addAll(Entry.within(LabelKeys.KEYS, Recipe::labels));
    keys.addAll(Entry.within(CostKeys.KEYS, Recipe::costs));
    keys.addAll(Entry.within(MarginKeys.KEYS, Recipe::margins));
    keys.addAll(List.of(POST_HOC, DELTA, OF));
    return List.copyOf(keys);
  }

  /** Whether a section has a key that makes it train another network than its built-in recipe. */
  static boolean trainsAnother(Section section) {
    return KEYS.stream().anyMatch(key -> key.trains() && section.has(key.name()));
  }

  private static boolean trained(Recipe recipe) {
    return recipe.postHoc().of().isEmpty();
  }

  /** Robust costs have one by their alpha unless the file says otherwise. */
  private static @Nullable String variant(Recipe recipe) {
    String variant = recipe.variant();
    return variant == null && recipe.alpha().isPresent() ? "" : variant;
  }

  private static @Nullable List<Double> one(@Nullable Double value) {
    return value == null ? null : List.of(value);
  }

  private static BuiltIn builtIn(String text) {
    for (BuiltIn recipe : BuiltIn.values()) {
      if (recipe.label().equals(text)) {
        return recipe;
      }
    }
    throw new LimbeckException(
        "no recipe '" + text + "'" + DidYouMean.hint(text, BuiltIn.labels()));
  }
}
