/** The one training loop, its checkpoints and listeners. */
@NullMarked
package org.limbeck.train;

import org.jspecify.annotations.NullMarked;
