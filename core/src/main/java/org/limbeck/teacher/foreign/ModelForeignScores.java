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
import org.limbeck.scores.column.ScoreKind;
import org.limbeck.teacher.ViewLogits;
import org.limbeck.teacher.intake.LabelledScores;
import org.limbeck.teacher.intake.ScoreIntake;
import org.limbeck.train.Evaluation;

/** The scores of a foreign model, computed in its child process. */
final class ModelForeignScores implements ForeignScores {
  /** Examples by which probabilities are told from logits. */
  private static final int SAMPLE = 64;

  private final Dataset data;
  private final OpenModel model;
  private final ModelInputs inputs;
  private final ScoreIntake intake;
  private final ScoreKind kind;
  private final Optional<double[]> costs;
  private Optional<String> advice = Optional.empty();

  ModelForeignScores(ModelFile file, Dataset data, int threads) {
    this.data = data;
    model = new OpenModel(file, data.classNames(), threads);
    try {
      inputs = ModelInputs.of(model, data.columns(), data.shape(), data.normalisation().mean());
      model.findOutput();
      costs = model.costs();
      intake = new ScoreIntake(model.place(), model.columnOrder(), file.output().insists());
      kind = kind(file.output().kind());
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  /** What the scores are, said or found from some examples; whole splits are held against it. */
  private ScoreKind kind(Optional<ModelOutput.Kind> declared) {
    Examples train = data.train();
    int[] sample = UsualInputs.sample(train.size(), SAMPLE);
    float[] scores = scores(inputs.of(train), sample, new int[sample.length], train.size());
    ScoreKind found = intake.toLogits(scores, declared.map(ModelOutput.Kind::scores));
    if (found == ScoreKind.PROBABILITIES) {
      model.note(
          "output '%s' holds probabilities, so their logarithms are the scores"
              .formatted(model.output()));
    }
    return found;
  }

  private synchronized float[] scores(RowInputs rows, int[] chosen, int[] views, int size) {
    return model.scores(rows, chosen, views, size);
  }

  @Override
  public Optional<float[]> logits(Split split) {
    Examples examples = Evaluation.examples(data, split);
    int[] all = new int[examples.size()];
    Arrays.setAll(all, i -> i);
    RowInputs rows = inputs.of(examples);
    float[] values = scores(rows, all, new int[all.length], examples.size());
    intake.toLogits(values, Optional.of(kind));
    if (split != Split.TEST) {
      intake.check(
          List.of(new LabelledScores(values, examples.labels())), () -> advice(examples, rows));
    }
    return Optional.of(values);
  }

  /** What other normalisations do, tried once, since both splits would say the same. */
  private synchronized String advice(Examples examples, RowInputs rows) {
    if (advice.isEmpty()) {
      advice =
          Optional.of(inputs.takesColumns() ? "" : new InputTrial(model, examples).advice(rows));
    }
    return advice.get();
  }

  @Override
  public Optional<ViewLogits> views(Views views) {
    if (!(data.train().values() instanceof ByteValues)) {
      return Optional.empty();
    }
    RowInputs rows = inputs.of(data.train(), views);
    int size = data.train().size();
    return Optional.of(
        (examples, ofExamples) -> {
          float[] values = scores(rows, examples, ofExamples, size);
          intake.toLogits(values, Optional.of(kind));
          return values;
        });
  }

  @Override
  public Optional<double[]> costs() {
    return costs.map(double[]::clone);
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>(model.notes());
    notes.addAll(intake.notes());
    return notes.stream().distinct().toList();
  }

  @Override
  public void close() {
    model.close();
  }
}
