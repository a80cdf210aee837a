/**
 * TorchScript foreign models, run by LibTorch in a child process and never in this one: the format
 * has no safe mode.
 *
 * <p>{@link org.limbeck.nn.script.ScriptChild} opens a model. It uses {@code child} and {@code nn};
 * {@code teacher.foreign} scores examples with it.
 */
@NullMarked
package org.limbeck.nn.script;

import org.jspecify.annotations.NullMarked;
