/**
 * Score transforms and their fits: raw, un-costed, temperature, per-class, prior shift.
 *
 * <p>{@link org.limbeck.calibration.ScoreTransform} maps logits to probabilities; {@link
 * org.limbeck.calibration.CalibrationFit} fits one of a {@link org.limbeck.calibration.ScoreMode}
 * on {@link org.limbeck.calibration.HeldOutScores}; fits are checked on {@link
 * org.limbeck.calibration.StratifiedHalves}. Knows nothing of training or of networks; {@code
 * diagnosis} measures what the transforms are worth.
 */
@NullMarked
package org.limbeck.calibration;

import org.jspecify.annotations.NullMarked;
