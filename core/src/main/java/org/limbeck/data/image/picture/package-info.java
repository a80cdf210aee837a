/**
 * Decodes and resizes single pictures, and draws contact sheets of a data set.
 *
 * <p>{@link org.limbeck.data.image.picture.PictureDecoder} turns a file into pixels of a fixed
 * size, {@link org.limbeck.data.image.picture.ContactSheet} turns a data set into one picture.
 */
@NullMarked
package org.limbeck.data.image.picture;

import org.jspecify.annotations.NullMarked;
