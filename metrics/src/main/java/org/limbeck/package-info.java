/**
 * Limbeck distils large classifiers into small ones that stay good on their worst class.
 *
 * <p>{@link org.limbeck.LimbeckException} is the one exception that a user's input can cause.
 * Everything else lives in the rooms below; {@code docs/architecture.md} lists them from the ground
 * up.
 */
@NullMarked
package org.limbeck;

import org.jspecify.annotations.NullMarked;
