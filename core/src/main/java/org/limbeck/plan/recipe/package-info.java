/**
 * Recipes: each method as label weights, costs, extra margins and a post-hoc rule.
 *
 * <p>A {@link org.limbeck.plan.recipe.Recipe} is such a combination; {@link
 * org.limbeck.plan.recipe.Recipes} makes those that have a name. {@code train} needs no method of
 * its own for any of them. Below {@code plan}, whose roles list recipes.
 */
@NullMarked
package org.limbeck.plan.recipe;

import org.jspecify.annotations.NullMarked;
