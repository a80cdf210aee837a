/**
 * Takes in the scores of teachers that were trained elsewhere: which row is whose, what the numbers
 * are, and whether labels confirm it.
 *
 * <p>{@link org.limbeck.teacher.intake.RowJoin} joins rows, {@link
 * org.limbeck.teacher.intake.ScoreIntake} makes logits in the order of the data and checks them
 * with {@code diagnosis}. {@code teacher.foreign} reads files and runs models.
 */
@NullMarked
package org.limbeck.teacher.intake;

import org.jspecify.annotations.NullMarked;
