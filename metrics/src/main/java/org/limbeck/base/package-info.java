/**
 * Files that are whole or absent, checksums, JSON, safetensors, named randomness, did-you-mean.
 *
 * <p>Main types: {@link org.limbeck.base.AtomicFiles}, {@link org.limbeck.base.Checksums}, {@link
 * org.limbeck.base.Json}, {@link org.limbeck.base.SafeTensors}, {@link
 * org.limbeck.base.NamedRandom}. This room knows nothing of classes, models or studies; every other
 * room may use it.
 */
@NullMarked
package org.limbeck.base;

import org.jspecify.annotations.NullMarked;
