/**
 * Sources of numeric CSV files: a user's own, and the digits that Limbeck ships.
 *
 * <p>Main types: {@link org.limbeck.data.csv.CsvSource}, {@link org.limbeck.data.csv.DigitsSource}.
 * They are found by {@link java.util.ServiceLoader}; tables of other formats and types are read by
 * the module limbeck-table.
 */
@NullMarked
package org.limbeck.data.csv;

import org.jspecify.annotations.NullMarked;
