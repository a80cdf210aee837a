/**
 * The command line: picocli commands, progress and exit codes.
 *
 * <p>{@link org.limbeck.cli.Main} lists the commands, each a class of its own. A command reads its
 * options, calls {@code workflow} and prints the result with a class of {@code cli.text}. Nothing
 * depends on this room.
 */
@NullMarked
package org.limbeck.cli;

import org.jspecify.annotations.NullMarked;
