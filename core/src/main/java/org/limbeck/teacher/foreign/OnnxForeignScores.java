package org.limbeck.teacher.foreign;

import java.util.List;
import java.util.Optional;
import org.limbeck.data.Dataset;
import org.limbeck.data.Split;
import org.limbeck.onnx.OnnxScores;
import org.limbeck.train.Evaluation;

/** The scores of an ONNX model. */
final class OnnxForeignScores implements ForeignScores {
  private final ForeignSource.OnnxModel model;
  private final Dataset data;

  OnnxForeignScores(ForeignSource.OnnxModel model, Dataset data) {
    this.model = model;
    this.data = data;
  }

  @Override
  public Optional<float[]> logits(Split split) {
    return Optional.of(
        OnnxScores.of(model.file(), Evaluation.examples(data, split), data.classes()).values());
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  @Override
  public void close() {}
}
