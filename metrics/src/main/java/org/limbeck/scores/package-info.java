/**
 * Reads predictions and scores of any model from files.
 *
 * <p>{@link org.limbeck.scores.PredictionTable} holds labels with predictions or probabilities,
 * {@link org.limbeck.scores.ScoreTable} labels with logits. Every message names file, line, column
 * and remedy. {@code workflow} evaluates and diagnoses what is read here.
 */
@NullMarked
package org.limbeck.scores;

import org.jspecify.annotations.NullMarked;
