package org.limbeck.plan.yaml;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.data.Views;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.Precision;
import org.limbeck.plan.TrainDefaults;
import org.limbeck.plan.key.Entry;
import org.limbeck.plan.key.Key;
import org.limbeck.plan.key.Kind;
import org.limbeck.plan.key.Section;
import org.limbeck.train.TrainOptions;
import org.limbeck.train.TrainOptionsBuilder;

/** The section {@code train}. */
final class TrainKeys {
  private static final Key<TrainOptions, Integer> EPOCHS =
      new Key<>(
          "epochs",
          Kind.INTEGER,
          "Passes over the training split, 1 or more.",
          TrainOptions::epochs);
  private static final Key<TrainOptions, Integer> BATCH_SIZE =
      new Key<>(
          "batchSize", Kind.INTEGER, "Examples of one step, 1 or more.", TrainOptions::batchSize);
  private static final Key<TrainOptions, TrainOptions.Iterate> ITERATE =
      new Key<>(
          "iterate",
          Kind.word(TrainOptions.Iterate.class),
          "The network that a run delivers: after the last epoch, after the epoch with the best"
              + " validation objective, or the mean over the last fifth of the epochs.",
          TrainOptions::iterate);
  private static final Entry.Part<TrainOptions, Views> VIEWS =
      new Entry.Part<>(
          "views",
          "The views of an image that training draws from; for images only.",
          ViewsKeys.KEYS,
          TrainOptions::views);
  private static final Key<TrainOptions, Precision> PRECISION =
      new Key<>(
          "precision",
          Kind.word(Precision.class),
          "What the network computes in; `auto` is bf16 for images where the processor has it.",
          TrainOptions::precision);
  private static final Key<TrainOptions, Integer> VALIDATE_EVERY =
      new Key<>(
          "validateEvery",
          Kind.countOr("auto", "epochs"),
          "Epochs between passes over the validation split; `auto` for about 1 % of the work.",
          TrainOptions::validateEvery);

  static final List<Entry<TrainOptions>> KEYS = keys();

  private TrainKeys() {}

  private static List<Entry<TrainOptions>> keys() {
    List<Entry<TrainOptions>> keys = new ArrayList<>(List.of(EPOCHS, BATCH_SIZE));
    keys.addAll(Entry.within(OptimiserKeys.KEYS, TrainOptions::optimiser));
    keys.addAll(Entry.within(ScheduleKeys.KEYS, TrainOptions::schedule));
    keys.addAll(List.of(ITERATE, VIEWS, PRECISION, VALIDATE_EVERY));
    return List.copyOf(keys);
  }

  /** Reads all keys; those left out are as usual for the network. */
  static TrainOptions read(Section train, NetworkSpec network) {
    TrainOptions standard = TrainDefaults.of(network);
    int epochs = EPOCHS.read(train, standard.epochs());
    TrainOptionsBuilder options =
        standard.toBuilder()
            .epochs(epochs)
            .batchSize(BATCH_SIZE.read(train, standard.batchSize()))
            .optimiser(OptimiserKeys.read(train, standard.optimiser()))
            .schedule(ScheduleKeys.read(train, epochs))
            .iterate(ITERATE.read(train, standard.iterate()))
            .views(ViewsKeys.read(VIEWS.below(train), standard.views()))
            .precision(PRECISION.read(train, standard.precision()))
            .validateEvery(VALIDATE_EVERY.read(train, standard.validateEvery()));
    train.finish();
    return train.build(options::build, standard);
  }
}
