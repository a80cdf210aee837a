/**
 * The looks that were taken at a test set, in a file that only grows.
 *
 * <p>{@link org.limbeck.gate.ledger.Ledger} counts them and writes them down, {@link
 * org.limbeck.gate.ledger.RowHashes} tell whether two test sets share rows, and a {@link
 * org.limbeck.gate.ledger.Look} is what a check is told. Built on {@code base}; {@code gate} takes
 * looks.
 */
@NullMarked
package org.limbeck.gate.ledger;

import org.jspecify.annotations.NullMarked;
