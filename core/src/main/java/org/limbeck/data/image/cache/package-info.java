/**
 * The decoded bytes of an image set: checksummed files, memory-mapped, shared by processes.
 *
 * <p>{@link org.limbeck.data.image.cache.ImageCache} opens one or fills it from an {@link
 * org.limbeck.data.image.cache.ImageSet}; a damaged file is made again. {@code data.image} has the
 * sets.
 */
@NullMarked
package org.limbeck.data.image.cache;

import org.jspecify.annotations.NullMarked;
