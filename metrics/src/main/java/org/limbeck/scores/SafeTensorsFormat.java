package org.limbeck.scores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.limbeck.LimbeckException;
import org.limbeck.base.AtomicFiles;
import org.limbeck.base.SafeTensors;

/**
 * Safetensors files with {@code logits}, float32 {@code [examples, classes]}, {@code labels} {@code
 * [examples]}, and perhaps the metadata {@code fingerprint}.
 */
public final class SafeTensorsFormat implements TableFormat {
  /** The metadata that names the data the scores are of. */
  private static final String FINGERPRINT = "fingerprint";

  private static final String REMEDY =
      "; it needs float32 logits [examples, classes] and labels [examples]";

  @Override
  public String name() {
    return "safetensors";
  }

  @Override
  public boolean reads(Path file) {
    return file.toString().endsWith(".safetensors");
  }

  @Override
  public ScoreTable read(Path file, TableRequest request) {
    if (request.group().isPresent()) {
      throw new LimbeckException(
          file
              + ": a safetensors file has no column of groups; leave --group out or give a CSV file");
    }
    try {
      if (Files.size(file) > Integer.MAX_VALUE) {
        throw new LimbeckException(file + " is larger than 2 GB; diagnose a part of its examples");
      }
      return read(file, SafeTensors.read(file), request.classes());
    } catch (SafeTensors.CorruptFileException e) {
      throw new LimbeckException(
          "%s is no table of scores: %s".formatted(file, e.getMessage()) + REMEDY, e);
    } catch (IOException e) {
      throw new LimbeckException(file + " cannot be read: " + AtomicFiles.reason(e), e);
    }
  }

  private static ScoreTable read(Path file, SafeTensors tensors, OptionalInt expected)
      throws SafeTensors.CorruptFileException {
    SafeTensors.Tensor logits = tensors.tensor("logits");
    SafeTensors.Tensor labels = tensors.tensor("labels");
    List<Integer> shape = logits.shape();
    if (shape.size() != 2 || shape.get(1) < 2 || shape.get(0) < 1) {
      throw new LimbeckException("%s: logits have shape %s".formatted(file, shape) + REMEDY);
    }
    if (!labels.shape().equals(List.of(shape.get(0)))) {
      throw new LimbeckException(
          "%s: labels have shape %s beside %d rows of logits"
                  .formatted(file, labels.shape(), shape.get(0))
              + REMEDY);
    }
    int classes = shape.get(1);
    if (expected.orElse(classes) != classes) {
      throw new LimbeckException(
          "%s: expected scores of %d classes, found %d; correct the number of classes or leave it out"
              .formatted(file, expected.orElseThrow(), classes));
    }
    checkFinite(file, logits.values(), classes);
    return ScoreTable.ofLogits(
        file.toString(),
        classes,
        labels(file, labels.values(), classes),
        logits.values(),
        Optional.ofNullable(tensors.metadata().get(FINGERPRINT)));
  }

  private static int[] labels(Path file, float[] values, int classes) {
    var labels = new int[values.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (int) values[i];
      if (labels[i] != values[i] || labels[i] < 0 || labels[i] >= classes) {
        throw new LimbeckException(
            "%s: labels[%d]: expected a class in 0..%d, found %s; classes count from 0"
                .formatted(file, i, classes - 1, values[i]));
      }
    }
    return labels;
  }

  private static void checkFinite(Path file, float[] logits, int classes) {
    for (int i = 0; i < logits.length; i++) {
      if (!Float.isFinite(logits[i])) {
        throw new LimbeckException(
            "%s: logits[%d, %d]: expected a finite score, found %s; leave the example out"
                .formatted(file, i / classes, i % classes, logits[i]));
      }
    }
  }
}
