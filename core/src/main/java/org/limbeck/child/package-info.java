/**
 * Foreign models in a child process: with limits on time and memory, and without a way for them to
 * end this process.
 *
 * <p>{@link org.limbeck.child.ModelProcess} starts a child and scores batches in it, {@link
 * org.limbeck.child.ModelServer} is the child's side of it, {@link org.limbeck.child.ModelLimits}
 * are the limits. Which runtime the child uses is decided in {@code onnx} and {@code nn.script}.
 */
@NullMarked
package org.limbeck.child;

import org.jspecify.annotations.NullMarked;
