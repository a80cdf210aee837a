/**
 * The keys of teachers that were trained elsewhere.
 *
 * <p>{@link org.limbeck.plan.foreign.ForeignKeys} describes the keys, {@link
 * org.limbeck.plan.foreign.ForeignSection} reads them. {@code plan.yaml} puts them into the section
 * {@code teacher} of study files.
 */
@NullMarked
package org.limbeck.plan.foreign;

import org.jspecify.annotations.NullMarked;
