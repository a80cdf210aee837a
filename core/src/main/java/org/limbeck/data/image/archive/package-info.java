/**
 * Files of a folder or of a tar archive, read through one interface and within limits.
 *
 * <p>{@link org.limbeck.data.image.archive.BatchFiles} is that interface, {@link
 * org.limbeck.data.image.archive.TarLimits} holds the limits. Nothing is unpacked to disk. {@code
 * data.image} reads CIFAR through it.
 */
@NullMarked
package org.limbeck.data.image.archive;

import org.jspecify.annotations.NullMarked;
