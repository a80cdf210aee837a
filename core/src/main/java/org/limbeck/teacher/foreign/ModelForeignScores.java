package org.limbeck.teacher.foreign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.limbeck.data.ByteValues;
import org.limbeck.data.Dataset;
import org.limbeck.data.Examples;
import org.limbeck.data.Split;
import org.limbeck.data.Views;
import org.limbeck.onnx.MetadataKeys;
import org.limbeck.teacher.ViewLogits;
import org.limbeck.teacher.foreign.ModelOutput.Kind;

/** The scores of a model of others, computed in its child process. */
final class ModelForeignScores implements ForeignScores {
  /** Examples by which probabilities are told from logits. */
  private static final int SAMPLE = 64;

  private final Dataset data;
  private final OpenModel model;
  private final ModelInputs inputs;
  private final Kind kind;
  private final Optional<double[]> costs;

  ModelForeignScores(ModelFile file, Dataset data) {
    this.data = data;
    model = new OpenModel(file, data.classNames());
    try {
      inputs = ModelInputs.arrays(model, data.shape(), data.normalisation());
      model.findOutput();
      costs =
          Optional.ofNullable(model.description().metadata().get(MetadataKeys.COSTS))
              .map(text -> StoredCosts.read(model.place(), text, data.classes()));
      kind = file.output().kind().orElseGet(this::foundKind);
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  private Kind foundKind() {
    Examples train = data.train();
    int count = Math.min(SAMPLE, train.size());
    int[] sample = new int[count];
    Arrays.setAll(sample, i -> (int) ((long) i * train.size() / count));
    float[] scores = scores(inputs.of(train), sample, new int[count], train.size());
    if (ScoreKinds.areProbabilities(scores, model.classes())) {
      model.note(
          "output '%s' holds probabilities, so their logarithms are the scores"
              .formatted(model.output()));
      return Kind.PROBABILITIES;
    }
    return Kind.LOGITS;
  }

  private synchronized float[] scores(RowInputs rows, int[] chosen, int[] views, int size) {
    return model.scores(rows, chosen, views, size);
  }

  @Override
  public Optional<float[]> logits(Split split) {
    Examples examples =
        switch (split) {
          case TRAIN -> data.train();
          case VALIDATION -> data.validation();
          case TEST ->
              throw new IllegalArgumentException("a teacher does not score the test split");
        };
    int[] all = new int[examples.size()];
    Arrays.setAll(all, i -> i);
    return Optional.of(
        model.logits(kind, scores(inputs.of(examples), all, new int[all.length], examples.size())));
  }

  @Override
  public Optional<ViewLogits> views(Views views) {
    if (!(data.train().values() instanceof ByteValues)) {
      return Optional.empty();
    }
    RowInputs rows = inputs.of(data.train(), views);
    int size = data.train().size();
    return Optional.of(
        (examples, ofExamples) -> model.logits(kind, scores(rows, examples, ofExamples, size)));
  }

  @Override
  public Optional<double[]> costs() {
    return costs.map(double[]::clone);
  }

  @Override
  public List<String> notes() {
    return new ArrayList<>(model.notes());
  }

  @Override
  public void close() {
    model.close();
  }
}
