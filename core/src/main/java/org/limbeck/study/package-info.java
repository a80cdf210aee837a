/**
 * Execution of a study: its runs, their order, and where they are done.
 *
 * <p>{@link org.limbeck.study.StudyRuns} gives the runs of a plan their data, {@link
 * org.limbeck.study.StudyRunner} hands those that are missing to a {@link
 * org.limbeck.study.RunLauncher} as {@link org.limbeck.study.RunNode}s, and a {@link
 * org.limbeck.study.RunWorker} does each, in this process or in another; a {@link
 * org.limbeck.study.StudyListener} is told. Results are compared in {@code compare}, from records.
 */
@NullMarked
package org.limbeck.study;

import org.jspecify.annotations.NullMarked;
