/**
 * What of validation drives a run, and how the rest judges it.
 *
 * <p>{@link org.limbeck.store.judging.Driving} is part of a run's identity, {@link
 * org.limbeck.store.judging.Judged} of its record. {@code compare} chooses by it.
 */
@NullMarked
package org.limbeck.store.judging;

import org.jspecify.annotations.NullMarked;
