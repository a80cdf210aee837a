/**
 * Teachers that were trained elsewhere: models in files, files of scores, and several together.
 *
 * <p>A {@link org.limbeck.teacher.foreign.ForeignTeacher} says what a study file says; {@link
 * org.limbeck.teacher.foreign.ForeignTeachers} opens it as {@link
 * org.limbeck.teacher.foreign.ForeignScores}. Where a model is near chance, the usual
 * normalisations of its inputs are tried, and what they would change is said. The code of a foreign
 * model never runs in this process.
 */
@NullMarked
package org.limbeck.teacher.foreign;

import org.jspecify.annotations.NullMarked;
