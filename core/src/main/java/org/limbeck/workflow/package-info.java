/**
 * The front door of the library: one call for each task of a user.
 *
 * <p>{@link org.limbeck.workflow.StudyWorkflow} runs a study, {@link org.limbeck.workflow.Evaluate}
 * measures predictions, {@link org.limbeck.workflow.Diagnose} judges the scores of a teacher,
 * {@link org.limbeck.workflow.ReportWorkflow} writes the report again. Everything that the command
 * line does is a call here; {@code cli} adds options, text and exit codes.
 */
@NullMarked
package org.limbeck.workflow;

import org.jspecify.annotations.NullMarked;
