/**
 * Reads predictions and scores of any model from files, and CSV files in general.
 *
 * <p>{@link org.limbeck.scores.ScoreTable} is the one table they are read into, {@link
 * org.limbeck.scores.ScoreFile} has scores without labels. A {@link org.limbeck.scores.TableFormat}
 * reads one format of files: CSV, npy, npz, safetensors, and those of other modules, whose tables
 * {@link org.limbeck.scores.TableReader} reads. {@link org.limbeck.scores.CsvFile} is the reader of
 * every CSV file. Every message names file, line, column and remedy. {@code workflow} evaluates and
 * diagnoses what is read here.
 */
@NullMarked
package org.limbeck.scores;

import org.jspecify.annotations.NullMarked;
