/** Teacher scores, their calibration, and a teacher's diagnosis. */
@NullMarked
package org.limbeck.teacher;

import org.jspecify.annotations.NullMarked;
