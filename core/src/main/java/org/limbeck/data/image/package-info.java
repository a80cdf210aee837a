/**
 * Image sources: CIFAR, TinyImageNet and folders of pictures.
 *
 * <p>Each source is a {@link org.limbeck.data.DatasetSource} that finds its files, decodes them
 * once into the cache ({@code data.image.cache}) and hands out memory-mapped bytes. Pictures are
 * decoded in {@code data.image.picture}, archives read in {@code data.image.archive}.
 */
@NullMarked
package org.limbeck.data.image;

import org.jspecify.annotations.NullMarked;
