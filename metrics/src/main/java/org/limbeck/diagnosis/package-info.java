/**
 * What a teacher's scores are worth for a robust student, in numbers.
 *
 * <p>{@link org.limbeck.diagnosis.TeacherDiagnosis} holds the class gaps of every score mode,
 * cross-fitted, beside those that chance alone gives, and a {@link
 * org.limbeck.diagnosis.TeacherVerdict}. {@link org.limbeck.diagnosis.Diagnosis} is the short form
 * that a run stores. {@link org.limbeck.diagnosis.ScoreChecks} says whether scores from elsewhere
 * are in the order of the classes, and what kind they are. Built on {@code metric} and {@code
 * calibration}; {@code report} makes sentences and pages of it.
 */
@NullMarked
package org.limbeck.diagnosis;

import org.jspecify.annotations.NullMarked;
