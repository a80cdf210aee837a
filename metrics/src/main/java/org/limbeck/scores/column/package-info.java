/**
 * What the columns of a table of predictions or scores hold, and their cells.
 *
 * <p>A table of any format is a {@link org.limbeck.scores.column.TableRows}. {@link
 * org.limbeck.scores.column.Roles} and {@link org.limbeck.scores.column.ScoreGroups} find labels,
 * ids and scores by the names of columns; classes are indices or names, never both ({@link
 * org.limbeck.scores.column.ClassCells}). {@code scores} makes tables of them.
 */
@NullMarked
package org.limbeck.scores.column;

import org.jspecify.annotations.NullMarked;
