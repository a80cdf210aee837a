/**
 * Predictions and scores in Parquet files, for {@code evaluate}, {@code diagnose} and teachers.
 *
 * <p>Main type: {@link org.limbeck.table.scores.ParquetFormat}, which {@code scores} finds by
 * {@code ServiceLoader}. A list of scores is taken apart into columns; {@code scores} finds what
 * the columns hold. Reads through {@code table.sandbox}.
 */
@NullMarked
package org.limbeck.table.scores;

import org.jspecify.annotations.NullMarked;
