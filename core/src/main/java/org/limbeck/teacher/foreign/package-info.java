/**
 * Teachers that were trained elsewhere: models in files, files of scores, and several together.
 *
 * <p>A {@link org.limbeck.teacher.foreign.ForeignTeacher} says what a study file says; {@link
 * org.limbeck.teacher.foreign.ForeignTeachers} opens it as {@link
 * org.limbeck.teacher.foreign.ForeignScores}, {@link org.limbeck.teacher.foreign.InputTrial} tries
 * normalisations. The code of a foreign model never runs in this process.
 */
@NullMarked
package org.limbeck.teacher.foreign;

import org.jspecify.annotations.NullMarked;
