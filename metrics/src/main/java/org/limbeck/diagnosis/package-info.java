/**
 * What a teacher's scores are worth for a robust student, in numbers.
 *
 * <p>{@link org.limbeck.diagnosis.TeacherDiagnosis} is the whole of it: the class gaps of every
 * score mode, cross-fitted, beside those that chance alone gives, and a {@link
 * org.limbeck.diagnosis.TeacherVerdict}. {@link org.limbeck.diagnosis.Diagnosis} is the short form
 * that a run stores. Built on {@code metric} and {@code calibration}; words and pages are made of
 * it in {@code report}.
 */
@NullMarked
package org.limbeck.diagnosis;

import org.jspecify.annotations.NullMarked;
