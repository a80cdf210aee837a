/** The command line: picocli commands, progress bars and exit codes. */
@NullMarked
package org.limbeck.cli;

import org.jspecify.annotations.NullMarked;
