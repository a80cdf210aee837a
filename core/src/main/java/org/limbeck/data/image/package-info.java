/** Image data: its sources, the cache of decoded pixels, and the contact sheet. */
@NullMarked
package org.limbeck.data.image;

import org.jspecify.annotations.NullMarked;
