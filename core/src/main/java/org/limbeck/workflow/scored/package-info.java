/**
 * Rows that scores are of, and the models that score them.
 *
 * <p>{@link org.limbeck.workflow.scored.ScoredExamples} are the rows, from a study or from a {@link
 * org.limbeck.workflow.scored.DataTable}; {@link org.limbeck.workflow.scored.ModelFiles} knows
 * which files are models. {@code workflow} evaluates and diagnoses them.
 */
@NullMarked
package org.limbeck.workflow.scored;

import org.jspecify.annotations.NullMarked;
