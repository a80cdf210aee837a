/**
 * The arithmetic of verdicts, on counts: exact bounds, and how many examples would decide.
 *
 * <p>{@link org.limbeck.gate.exact.Shares} is for shares of right predictions, {@link
 * org.limbeck.gate.exact.Drops} for drops from a baseline, at a {@link
 * org.limbeck.gate.exact.Level}; {@link org.limbeck.gate.exact.ExamplesNeeded} forecasts. Built on
 * {@code metric}; {@code gate} makes verdicts of it.
 */
@NullMarked
package org.limbeck.gate.exact;

import org.jspecify.annotations.NullMarked;
