/**
 * Execution of a study: its runs, their order, and where they are done.
 *
 * <p>{@link org.limbeck.study.StudyRuns} expands a plan, {@link org.limbeck.study.StudyRunner} does
 * what is missing through a {@link org.limbeck.study.RunLauncher}; a {@link
 * org.limbeck.study.StudyListener} is told. Results are compared in {@code compare}, from records.
 */
@NullMarked
package org.limbeck.study;

import org.jspecify.annotations.NullMarked;
