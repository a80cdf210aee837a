package org.limbeck.teacher.foreign;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the scores of a foreign teacher come from. */
public sealed interface ForeignSource {
  /** How tables and messages call it: {@code onnx big.onnx}. */
  String text();

  /** Whether something of it is fitted to the labels of validation. */
  default boolean fitsValidation() {
    return false;
  }

  /**
   * An ONNX model, scored in a child process.
   *
   * @param file the model, or a Triton model folder with {@code config.pbtxt}
   */
  record OnnxModel(Path file, ModelInput input, ModelOutput output) implements ForeignSource {
    @Override
    public String text() {
      return "onnx " + file.getFileName();
    }
  }

  /**
   * A TorchScript model that the user trusts, scored in a child process. The format has no safe
   * mode: a crafted file can do whatever a program can.
   */
  record TorchScriptModel(Path file, ModelInput input, ModelOutput output)
      implements ForeignSource {
    @Override
    public String text() {
      return "torchscript " + file.getFileName();
    }
  }

  /**
   * Files of scores.
   *
   * @param train scores of the rows that the training part of the source has (validation is cut
   *     from it as a rule), or of all rows where the source has no test part
   * @param validation scores of the source's validation part; empty where it has none of its own
   * @param test scores of the source's test part; empty where there are none
   * @param id the column of ids, which the data have too; empty to join by row number
   * @param output kind of the scores and order of the classes
   */
  record ScoreFiles(
      Path train,
      Optional<Path> validation,
      Optional<Path> test,
      Optional<String> id,
      ModelOutput output)
      implements ForeignSource {
    /** Scores of data without a validation part of its own. */
    public ScoreFiles(Path train, Optional<Path> test, Optional<String> id, ModelOutput output) {
      this(train, Optional.empty(), test, id, output);
    }

    @Override
    public String text() {
      return "scores " + train.getFileName();
    }
  }

  /**
   * Several teachers together.
   *
   * @param members two or more
   * @param combination how their scores become one
   */
  record Ensemble(List<ForeignSource> members, Combination combination) implements ForeignSource {
    /** How the scores of several teachers become one. */
    public enum Combination {
      /** The mean of their probabilities. */
      MEAN_PROBABILITY,
      /** The mean of their log-probabilities. */
      MEAN_LOGIT,
      /** The mixture of their probabilities that fits the labels of validation best. */
      VALIDATION
    }

    public Ensemble {
      members = List.copyOf(members);
      if (members.size() < 2) {
        throw new IllegalArgumentException(
            "ensemble: expected two members or more, found " + members.size());
      }
    }

    @Override
    public boolean fitsValidation() {
      return combination == Combination.VALIDATION
          || members.stream().anyMatch(ForeignSource::fitsValidation);
    }

    @Override
    public String text() {
      return "ensemble of " + String.join(", ", members.stream().map(ForeignSource::text).toList());
    }
  }
}
