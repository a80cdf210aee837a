/**
 * What decides the scores of a foreign teacher, as far as it is part of a run's identity.
 *
 * <p>{@link org.limbeck.store.foreign.ForeignSpec} is what records hold; {@link
 * org.limbeck.store.foreign.ForeignContent} makes it from the files that a plan names.
 */
@NullMarked
package org.limbeck.store.foreign;

import org.jspecify.annotations.NullMarked;
