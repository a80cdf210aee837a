/**
 * What is on disk: run identity, run and study directories, records.
 *
 * <p>{@link org.limbeck.store.StudyDirectory} and {@link org.limbeck.store.RunDirectory} are the
 * folders, {@link org.limbeck.store.StudyRecord} and {@link org.limbeck.store.RunRecord} what they
 * hold, {@link org.limbeck.store.RunSpec} what decides a run, {@link org.limbeck.store.RunIdentity}
 * its id, {@link org.limbeck.store.PlannedRuns} the runs of a plan, {@link
 * org.limbeck.store.StudySnapshot} a study at one moment. Whoever reads a study's file reads it
 * through this room, which verifies it.
 */
@NullMarked
package org.limbeck.store;

import org.jspecify.annotations.NullMarked;
