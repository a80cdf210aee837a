/**
 * Tables and sentences that several sections of the report write.
 *
 * <p>Main types: {@link org.limbeck.report.table.ClassAccuracyTable}, {@link
 * org.limbeck.report.table.DiagnosisSentences}. Each writes into an {@code Html} from values that
 * it is given; sections ({@code report}) decide what is shown.
 */
@NullMarked
package org.limbeck.report.table;

import org.jspecify.annotations.NullMarked;
