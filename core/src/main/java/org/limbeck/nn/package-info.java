/** Networks, the margin loss, optimisers and schedules: the edge to LibTorch. */
@NullMarked
package org.limbeck.nn;

import org.jspecify.annotations.NullMarked;
