/** Files that are whole or absent: atomic writes, checksums, safetensors, JSON. */
@NullMarked
package org.limbeck.io;

import org.jspecify.annotations.NullMarked;
