/**
 * Teachers: the scores that students learn from, and how they become label weights.
 *
 * <p>{@link org.limbeck.teacher.Teacher} is the interface to each; {@link
 * org.limbeck.teacher.ScoreCache} keeps the logits of every view that a student has seen, {@link
 * org.limbeck.teacher.StudentLabels} turns logits into label weights as {@link
 * org.limbeck.teacher.LabelOptions} say. Built on {@code nn} and {@code calibration}; {@code train}
 * learns from it.
 */
@NullMarked
package org.limbeck.teacher;

import org.jspecify.annotations.NullMarked;
