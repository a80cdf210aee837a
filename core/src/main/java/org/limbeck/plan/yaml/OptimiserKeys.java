package org.limbeck.plan.yaml;

import java.util.List;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.plan.TrainDefaults;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Kind;
import org.limbeck.plan.key.Section;

/** The keys of the section {@code train} that say what the optimiser is. */
final class OptimiserKeys {
  private static final Key<OptimiserOptions, OptimiserOptions.Kind> OPTIMISER =
      new Key<>(
          "optimiser",
          Kind.word(OptimiserOptions.Kind.class),
          "SGD with Nesterov momentum, or AdamW; the next three defaults follow from it.",
          OptimiserOptions::kind);
  private static final Key<OptimiserOptions, Double> LEARNING_RATE =
      new Key<>(
          "learningRate",
          Kind.NUMBER,
          "The highest learning rate of the schedule, above 0.",
          OptimiserOptions::learningRate);
  private static final Key<OptimiserOptions, Double> MOMENTUM =
      new Key<>(
          "momentum",
          Kind.NUMBER,
          "Momentum of SGD, or beta 1 of AdamW; from 0 to below 1.",
          OptimiserOptions::momentum);
  private static final Key<OptimiserOptions, Double> WEIGHT_DECAY =
      new Key<>(
          "weightDecay",
          Kind.NUMBER,
          "Weight decay of all weights but biases and norms, 0 or more.",
          OptimiserOptions::weightDecay);

  static final List<Entry<OptimiserOptions>> KEYS =
      List.of(OPTIMISER, LEARNING_RATE, MOMENTUM, WEIGHT_DECAY);

  private OptimiserKeys() {}

  /** Reads all keys; those left out are as in {@code sgd}, or the usual ones of AdamW. */
  static OptimiserOptions read(Section train, OptimiserOptions sgd) {
    OptimiserOptions.Kind kind = OPTIMISER.read(train, OptimiserOptions.Kind.SGD);
    OptimiserOptions standard = kind == OptimiserOptions.Kind.SGD ? sgd : TrainDefaults.ADAMW;
    double rate = LEARNING_RATE.read(train, standard.learningRate());
    double momentum = MOMENTUM.read(train, standard.momentum());
    double decay = WEIGHT_DECAY.read(train, standard.weightDecay());
    return train.build(() -> new OptimiserOptions(kind, rate, momentum, decay), standard);
  }
}
