package org.limbeck.data.image;

import java.nio.file.Path;

/**
 * A picture file and its class.
 *
 * @param file the picture
 * @param label its class, from 0
 */
record LabelledFile(Path file, int label) {}
