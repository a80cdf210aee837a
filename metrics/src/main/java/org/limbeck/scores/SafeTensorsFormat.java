package org.limbeck.scores;

import java.nio.file.Path;
import org.limbeck.scores.array.ArrayFile;

/**
 * Safetensors files with {@code logits} or {@code probabilities}, {@code [examples, classes]},
 * {@code labels} {@code [examples]} here or in another file, and perhaps the metadata {@code
 * fingerprint}.
 */
public final class SafeTensorsFormat implements TableFormat {
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
    return ArrayTables.read(ArrayFile.open(name(), file, file.toString()), request);
  }

  @Override
  public ScoreFile scores(Path file, TableRequest request) {
    return ArrayTables.scores(ArrayFile.open(name(), file, file.toString()), request);
  }
}
