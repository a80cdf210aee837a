/** Recipes: every method as a combination of label weights, costs, margins and a post-hoc rule. */
@NullMarked
package org.limbeck.plan.recipe;

import org.jspecify.annotations.NullMarked;
