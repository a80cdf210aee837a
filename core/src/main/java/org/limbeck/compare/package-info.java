/**
 * Comparison of finished runs: leaderboard, fronts, claims and the choice of a student.
 *
 * <p>{@link org.limbeck.compare.Leaderboard} ranks the combinations of a study; {@link
 * org.limbeck.compare.CheapFront} and {@link org.limbeck.compare.GoodTeacher} answer one question
 * each, {@link org.limbeck.compare.ShipWarnings} says what speaks against shipping. Made from
 * records alone: no execution, no LibTorch.
 */
@NullMarked
package org.limbeck.compare;

import org.jspecify.annotations.NullMarked;
