/**
 * The command line: picocli commands, text and JSON output, progress and exit codes.
 *
 * <p>{@link org.limbeck.cli.Main} lists the commands; each is a class of its own beside the classes
 * that print its result. A command reads its options and calls {@code workflow}. Nothing depends on
 * this room.
 */
@NullMarked
package org.limbeck.cli;

import org.jspecify.annotations.NullMarked;
