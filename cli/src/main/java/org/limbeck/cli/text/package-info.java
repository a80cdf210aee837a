/**
 * Results as the console shows them: aligned tables, sentences, and JSON.
 *
 * <p>{@link org.limbeck.cli.text.StudyText} and {@link org.limbeck.cli.text.StudyJson} show a
 * study, {@link org.limbeck.cli.text.EvaluateText}, {@link org.limbeck.cli.text.DiagnoseText} and
 * {@link org.limbeck.cli.text.TableText} the other results, with {@link
 * org.limbeck.cli.text.TextTable} for columns. The commands in {@code cli} print them; options and
 * exit codes are not known here.
 */
@NullMarked
package org.limbeck.cli.text;

import org.jspecify.annotations.NullMarked;
