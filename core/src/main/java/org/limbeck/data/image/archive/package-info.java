/**
 * Files of a folder or of a tar archive, read through one interface and within limits.
 *
 * <p>{@link org.limbeck.data.image.archive.BatchFiles} is that interface. Nothing is unpacked to
 * disk.
 */
@NullMarked
package org.limbeck.data.image.archive;

import org.jspecify.annotations.NullMarked;
