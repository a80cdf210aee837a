/**
 * The one training loop, for teachers and students alike, with its checkpoints and listeners.
 *
 * <p>A {@link org.limbeck.train.Trainer} fits a {@link org.limbeck.train.TrainingTask} and returns
 * a {@link org.limbeck.train.TrainedModel}; it saves into a {@link
 * org.limbeck.train.CheckpointStore} and reports to a {@link org.limbeck.train.TrainingListener}.
 * Tensors are moved by a {@link org.limbeck.train.StepEngine}, so that everything else here is
 * plain Java. {@link org.limbeck.train.Evaluation} is the one reader of the test split. Knows
 * nothing of studies.
 */
@NullMarked
package org.limbeck.train;

import org.jspecify.annotations.NullMarked;
