package org.limbeck.train;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.base.NamedRandom;
import org.limbeck.data.Examples;
import org.limbeck.nn.NetworkDescription;
import org.limbeck.nn.Precision;
import org.limbeck.objective.LabelWeights;
import org.limbeck.objective.Objective;
import org.limbeck.objective.RowWeights;
import org.limbeck.objective.Strata;

/**
 * All that a training depends on.
 *
 * @param network what is trained
 * @param classNames in label order, for messages
 * @param train the training split; where its examples have weights, they multiply the targets
 * @param targets r of the training split: one-hot for a teacher, teacher scores for a student
 * @param validation the validation split
 * @param validationWeights what the objective weighs validation examples with: one-hot, or a
 *     teacher's scores
 * @param strata the parts of the data that have a risk and a multiplier each
 * @param objective what is minimised
 * @param loss what is added to the margin loss
 * @param options how the network is trained
 * @param seed of initial weights and order
 * @param stream names the random streams under the seed, so that a teacher and a student of the
 *     same seed differ
 * @param checkpoints where the training is saved before its end, or null
 */
public record TrainingTask(
    NetworkDescription network,
    List<String> classNames,
    Examples train,
    Targets targets,
    Examples validation,
    LabelWeights validationWeights,
    Strata strata,
    Objective objective,
    LossOptions loss,
    TrainOptions options,
    long seed,
    String stream,
    @Nullable CheckpointStore checkpoints) {
  public TrainingTask {
    classNames = List.copyOf(classNames);
    if (options.precision() == Precision.AUTO) {
      throw new IllegalArgumentException("precision: expected FP32 or BF16; call resolved() first");
    }
    sameSize("label weights", train.size(), targets.base().examples());
    sameSize("validation weights", validation.size(), validationWeights.examples());
    sameSize("classes", network.classes(), targets.base().classes());
    targets = WeightedTargets.of(targets, train, network.classes() * loss.rows());
    if (strata.by() != Strata.By.CLASS && train.groups().length == 0) {
      throw new IllegalArgumentException("strata: the training examples have no groups");
    }
    if (strata.by() == Strata.By.GROUP && objective.form() == Objective.Form.MARGIN) {
      throw new IllegalArgumentException(
          "form: costs of whole groups do not move margins between classes; use REWEIGHT");
    }
  }

  /** By class, with the margin loss alone. */
  public TrainingTask(
      NetworkDescription network,
      List<String> classNames,
      Examples train,
      Targets targets,
      Examples validation,
      LabelWeights validationWeights,
      Objective objective,
      TrainOptions options,
      long seed,
      String stream,
      @Nullable CheckpointStore checkpoints) {
    this(
        network,
        classNames,
        train,
        targets,
        validation,
        validationWeights,
        Strata.classes(classNames),
        objective,
        LossOptions.PLAIN,
        options,
        seed,
        stream,
        checkpoints);
  }

  /**
   * The steps of an epoch; a lone last example joins the batch before, because a batch of one has
   * no variance.
   */
  public int stepsPerEpoch() {
    int size = train.size();
    int batchSize = options.batchSize();
    int steps = (size + batchSize - 1) / batchSize;
    return batchSize > 1 && size % batchSize == 1 && steps > 1 ? steps - 1 : steps;
  }

  /** The random generator for a purpose, from the seed and the stream. */
  public NamedRandom random(String purpose) {
    return new NamedRandom(seed, stream + "/" + purpose);
  }

  /** The weights of the training examples. */
  RowWeights rowWeights() {
    return RowWeights.of(train.details().weights());
  }

  /**
   * Whether training examples have weights, so that rows of label weights have other sums than 1.
   */
  public boolean weighted() {
    return train.details().weights().length > 0;
  }

  /** The number of values in one example's label weights. */
  public int width() {
    return network.classes() * loss.rows();
  }

  private static void sameSize(String what, int expected, int found) {
    if (expected != found) {
      throw new IllegalArgumentException(
          "%s: expected %d, found %d".formatted(what, expected, found));
    }
  }
}
