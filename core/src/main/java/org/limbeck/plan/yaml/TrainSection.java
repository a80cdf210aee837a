package org.limbeck.plan.yaml;

import java.util.List;
import org.limbeck.data.Views;
import org.limbeck.nn.NetworkSpec;
import org.limbeck.nn.OptimiserOptions;
import org.limbeck.nn.Precision;
import org.limbeck.nn.Schedule;
import org.limbeck.plan.TrainDefaults;
import org.limbeck.train.TrainOptions;

/** The section {@code train}. */
final class TrainSection {
  private TrainSection() {}

  static TrainOptions read(Section train, NetworkSpec network) {
    TrainOptions standard = TrainDefaults.of(network);
    int epochs = train.integer("epochs", standard.epochs());
    int batchSize = train.integer("batchSize", standard.batchSize());
    OptimiserOptions optimiser = optimiser(train, standard.optimiser());
    Schedule schedule = schedule(train, epochs);
    var iterate = train.word("iterate", standard.iterate(), TrainOptions.Iterate.class);
    Views views = views(train.section("views", false), standard.views());
    var precision = train.word("precision", standard.precision(), Precision.class);
    int validateEvery =
        train.value(
            "validateEvery", standard.validateEvery(), "epochs, or 'auto'", TrainSection::every);
    train.finish();
    return train.build(
        () ->
            new TrainOptions(
                epochs, batchSize, optimiser, schedule, iterate, views, precision, validateEvery),
        standard);
  }

  private static int every(String text) {
    return text.equals("auto") ? 0 : Scalars.positive(text);
  }

  private static Views views(Section views, Views standard) {
    int crop = views.integer("crop", standard.crop());
    Views.Flip flip = views.word("flip", standard.flip(), Views.Flip.class);
    int perImage =
        views.value(
            "viewsPerImage",
            standard.viewsPerImage(),
            "a number, or 'all'",
            text -> text.equals("all") ? 0 : Scalars.positive(text));
    views.finish();
    return views.build(() -> new Views(crop, flip, perImage), standard);
  }

  private static OptimiserOptions optimiser(Section train, OptimiserOptions sgd) {
    var kind = train.word("optimiser", OptimiserOptions.Kind.SGD, OptimiserOptions.Kind.class);
    OptimiserOptions standard = kind == OptimiserOptions.Kind.SGD ? sgd : TrainDefaults.ADAMW;
    double rate = train.number("learningRate", standard.learningRate());
    double momentum = train.number("momentum", standard.momentum());
    double decay = train.number("weightDecay", standard.weightDecay());
    return train.build(() -> new OptimiserOptions(kind, rate, momentum, decay), standard);
  }

  private static Schedule schedule(Section train, int epochs) {
    Schedule standard = TrainDefaults.SCHEDULE;
    var kind = train.word("schedule", standard.kind(), Schedule.Kind.class);
    double usual = Math.min(standard.warmupEpochs(), epochs / 10.0);
    double warmup = train.number("warmupEpochs", Math.max(0, usual));
    if (train.has("warmupEpochs") && warmup >= epochs) {
      train.problem("warmupEpochs", warmup + " leaves none of the " + epochs + " epochs; use less");
    }
    List<Double> milestones =
        train.list("milestones", TrainDefaults.MILESTONES, "a share in (0, 1)", Scalars::number);
    double factor = train.number("factor", standard.factor());
    return train.build(() -> new Schedule(kind, warmup, milestones, factor), standard);
  }
}
